import type { Engine } from '../engine.ts'
import type { JsonObject } from '../json.ts'

/** One operation of the Step Functions API: the request's members in, the response's members out. Throws `ApiError`. */
export type Operation = (engine: Engine, input: JsonObject) => JsonObject | Promise<JsonObject>
