import java.lang.reflect.Field;
import org.eclipse.jetty.server.Connector;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;
import software.amazon.dynamodb.services.local.main.ServerRunner;
import software.amazon.dynamodb.services.local.server.DynamoDBProxyServer;

/**
 * Starts DynamoDB Local on 127.0.0.1 only, and ends it with the process that started it.
 *
 * <p>Its own main class listens on every network interface, without any sign-in, and offers no option to change that;
 * and it lives on as an orphan, holding the database file, when its parent is killed. Here the parent keeps our standard
 * input open: the end of input means the parent is gone, however it went.
 *
 * <p>Compiled into Loopback.class beside it, because a Java runtime need not contain a compiler. See build-loopback.sh.
 */
public final class Loopback {
  public static void main(String[] args) throws Exception {
    DynamoDBProxyServer dynamoDb = ServerRunner.createServerFromCommandLineArgs(args);
    Field field = DynamoDBProxyServer.class.getDeclaredField("server");
    field.setAccessible(true);
    for (Connector connector : ((Server) field.get(dynamoDb)).getConnectors()) {
      ((ServerConnector) connector).setHost("127.0.0.1");
    }
    dynamoDb.start();
    while (System.in.read() != -1) {}
    System.exit(0);
  }
}
