import { get, text } from "./untrusted.js";

/**
 * The generated clients read `body.error` of every answer that is an error, and crash where there is no body, as in many
 * a 401. The status is lost with it.
 * https://github.com/Azure/azure-sdk-for-js/blob/main/sdk/keyvault/keyvault-secrets/src/models/models.ts
 */
const READS_NO_BODY = /\bat keyVaultErrorDeserializer\b/;

/**
 * Whether the frames in a text are those of such a crash.
 *
 * @internal
 */
export function isClientTrace(trace: string): boolean {
  return READS_NO_BODY.test(trace);
}

/**
 * Whether an error is such a crash. Only then is its stack read: the engine writes it when it is asked for.
 *
 * @internal
 */
export function isClientCrash(value: object, message: string | undefined): boolean {
  return message?.endsWith("(reading 'error')") === true && isClientTrace(text(get(value, "stack")) ?? "");
}
