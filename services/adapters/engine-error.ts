/**
 * A server that the program works on cannot be used as it is set up; the message is one sentence for the operator
 * that names the setting (an environment variable).
 */
export class EngineError extends Error {
  override name = 'EngineError'
}
