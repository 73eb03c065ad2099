import { createClientLogger } from "@azure/logger";
import { DiagnosticCredential, type DiagnosticCredentialOptions } from "../index.js";
import type { ProductionCredentialChoice } from "./choice.js";
import { construct } from "./construct.js";
import { Environment } from "./environment.js";
import { thisMachine } from "./machine.js";
import { assertProductionOptions, type ProductionCredentialOptions } from "./options.js";
import { select } from "./select.js";

/**
 * What {@link createProductionCredential} returns: a DiagnosticCredential that knows why it is the one it is.
 *
 * @public
 * @since 0.1.0
 */
export interface ProductionCredential extends DiagnosticCredential {
  /** What was chosen, and why. */
  readonly choice: ProductionCredentialChoice;
}

class ChosenCredential extends DiagnosticCredential implements ProductionCredential {
  readonly choice: ProductionCredentialChoice;

  constructor(
    credential: ConstructorParameters<typeof DiagnosticCredential>[0],
    options: DiagnosticCredentialOptions,
    choice: ProductionCredentialChoice,
  ) {
    super(credential, options);
    this.choice = choice;
  }
}

const logger = createClientLogger("diagnostic-credential:production");

/**
 * The credential that a program should have in production, wrapped and held to the production policy: workload identity
 * where its token file is set, else the host's managed identity without a probe, else a certificate. It looks at the
 * environment once and sends nothing. Nothing is guessed and nothing is fallen back to: a way that is half set up is an
 * error.
 *
 * @example
 * ```ts
 * const credential = createProductionCredential({ name: "orders-db" });
 * console.log(credential.choice.sentence);
 * // The managed identity of App Service (system-assigned), since IDENTITY_ENDPOINT and IDENTITY_HEADER are set.
 * ```
 * @param options - see {@link ProductionCredentialOptions}
 * @throws CredentialSetupError if nothing is set up, or not all of it; it says what is missing and how to set it up
 * @throws CredentialPolicyError if what is chosen breaks the policy, e.g. by an option that logs secrets
 * @throws TypeError if an option is of the wrong type
 * @public
 * @since 0.1.0
 */
export function createProductionCredential(options: ProductionCredentialOptions = {}): ProductionCredential {
  assertProductionOptions(options);
  const { use, managedIdentity, tokenCredentialOptions, policy, ...diagnostic } = options;
  const selection = select(new Environment(process.env), thisMachine, { use, managedIdentity });
  const { sentence } = selection.choice;
  logger.info(sentence);
  const told: DiagnosticCredentialOptions = {
    ...diagnostic,
    policy: { ...policy, preset: "production" },
    selection: sentence,
  };
  return new ChosenCredential(construct(selection.plan, tokenCredentialOptions), told, selection.choice);
}

/**
 * What {@link createProductionCredential} would choose, without making it: for a check at deployment or a readiness page.
 *
 * @param options - `use` and `managedIdentity` as there; `environment`: variables to look at, default those of the process
 * @throws CredentialSetupError as there
 * @public
 * @since 0.1.0
 */
export function describeProductionCredential(
  options: Pick<ProductionCredentialOptions, "use" | "managedIdentity"> & {
    readonly environment?: Readonly<Record<string, string | undefined>> | undefined;
  } = {},
): ProductionCredentialChoice {
  assertProductionOptions(options);
  const { use, managedIdentity, environment = process.env } = options;
  return select(new Environment(environment), thisMachine, { use, managedIdentity }).choice;
}
