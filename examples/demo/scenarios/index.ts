import type { Scenario } from "../scenario.ts";
import { scenario as azureCli } from "./azureCli.ts";
import { scenario as connectionRefused } from "./connectionRefused.ts";
import { scenario as crowd } from "./crowd.ts";
import { scenario as dnsFailure } from "./dnsFailure.ts";
import { scenario as expiredSecret } from "./expiredSecret.ts";
import { scenario as identityNotAssigned } from "./identityNotAssigned.ts";
import { scenario as imdsThrottling } from "./imdsThrottling.ts";
import { scenario as invalidSecret } from "./invalidSecret.ts";
import { scenario as managedIdentity } from "./managedIdentity.ts";
import { scenario as probeTimeout } from "./probeTimeout.ts";
import { scenario as tlsFailure } from "./tlsFailure.ts";
import { scenario as unknownApplication } from "./unknownApplication.ts";

/** In the order in which they are told. */
export const scenarios: readonly Scenario[] = [
  managedIdentity,
  crowd,
  probeTimeout,
  invalidSecret,
  expiredSecret,
  unknownApplication,
  tlsFailure,
  dnsFailure,
  connectionRefused,
  imdsThrottling,
  identityNotAssigned,
  // The stand-in for `az` is a shell script.
  ...(process.platform === "win32" ? [] : [azureCli]),
];
