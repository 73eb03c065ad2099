/** Version of this package, the version of its OpenTelemetry scope. A test holds it equal to package.json's. */
export const VERSION = "0.1.0";
