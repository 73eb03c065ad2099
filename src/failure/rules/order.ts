import { ABSENT_CHAIN_RULES } from "./absentChain.js";
import { ANSWER_RULES } from "./answer.js";
import { ASSERTION_FIRST_RULES, ASSERTION_RULES, WIDE_ASSERTION_RULES } from "./assertion.js";
import { AUTHORIZATION_RULES } from "./authorization.js";
import { IDENTITY_LOOKED_FOR_RULES, ROLE_RULES } from "./authorizationRole.js";
import { VAGUE_AUTHORIZATION_RULES } from "./authorizationVague.js";
import { AZURE_DEVOPS_RULES } from "./azureDevOps.js";
import { CACHE_FIRST_RULES } from "./cacheFirst.js";
import { CACHE_HOST_RULES } from "./cacheHost.js";
import { CALLER_RULES } from "./caller.js";
import { CERTIFICATE_RULES } from "./certificate.js";
import { CHAIN_RULES } from "./chain.js";
import { COMPILER_RULES } from "./compilers.js";
import { CONFIGURATION_RULES } from "./configuration.js";
import { CONNECTION_RULES } from "./connection.js";
import { CONTENT_FOR_PATH } from "./contentForPath.js";
import { CREDENTIAL_FILE_RULES } from "./credentialFile.js";
import { AFTER_TOKEN_RULES, CUT_SENTENCE_RULES } from "./cutSentences.js";
import { DEVELOPER_TOOL_RULES } from "./developerTool.js";
import { DIRECTORY_REFUSAL_RULES } from "./directoryRefusals.js";
import { EDITOR_RULES } from "./editor.js";
import { ENDPOINT_ANSWER_RULES } from "./endpointAnswer.js";
import { ENTRA_RULES } from "./entra.js";
import { ENTRA_PERSON_SENTENCE_RULES } from "./entraPersonSentences.js";
import { ENTRA_PLAIN_RULES } from "./entraPlain.js";
import { ENTRA_PROOF_RULES } from "./entraProof.js";
import { ENTRA_SENTENCE_RULES } from "./entraSentences.js";
import { ENTRA_WORD_RULES } from "./entraWords.js";
import { EXCEPTION_TYPE_RULES } from "./exceptionTypes.js";
import { FEDERATED_SOURCE_RULES } from "./federatedSource.js";
import { FEDERATION_RULES } from "./federation.js";
import { FEDERATION_DOCUMENT_RULES } from "./federationDocuments.js";
import { FILE_TROUBLE_RULES } from "./fileTrouble.js";
import { FLOW_RULES } from "./flows.js";
import { HOST_PROOF_RULES } from "./hostProof.js";
import { HOST_VARIABLE_RULES } from "./hostVariable.js";
import { IDENTITY_CARE_RULES } from "./identityCare.js";
import { IDENTITY_CONNECTION_RULES } from "./identityConnection.js";
import { IDENTITY_ENDPOINT_RULES } from "./identityEndpoint.js";
import { IDENTITY_FIRST_RULES } from "./identityFirst.js";
import { ODD_ANSWER_RULES } from "./identityOddAnswer.js";
import { INSECURE_ADDRESS_RULES } from "./insecureAddress.js";
import { INVALID_VALUE_RULES } from "./invalidValue.js";
import { LAST_ENDPOINT_RULES } from "./lastEndpoint.js";
import { LAST_RULES } from "./lastResort.js";
import { LIBRARY_ANSWER_RULES } from "./libraryAnswers.js";
import { LIBRARY_ARGUMENT_RULES } from "./libraryArguments.js";
import { LIBRARY_BROWSER_RULES } from "./libraryBrowser.js";
import { LIBRARY_DOTNET_RULES } from "./libraryDotNet.js";
import { LIBRARY_HOST_RULES } from "./libraryHost.js";
import { LIBRARY_ID_TOKEN_RULES } from "./libraryIdToken.js";
import { LIBRARY_SETTING_RULES } from "./librarySettings.js";
import { LIBRARY_SIGN_IN_RULES } from "./librarySignIn.js";
import { LIBRARY_SOURCE_RULES } from "./librarySources.js";
import { LIBRARY_STORE_RULES } from "./libraryStores.js";
import { LIBRARY_WORD_RULES } from "./libraryWords.js";
import { LOCAL_TROUBLE_RULES } from "./localTrouble.js";
import { MALFORMED_URL_RULES } from "./malformedUrl.js";
import { MANAGED_IDENTITY_RULES } from "./managedIdentity.js";
import { MISSING_VALUE_RULES } from "./missingValue.js";
import { MISUSE_RULES } from "./misuse.js";
import { NEIGHBOUR_RULES } from "./neighbours.js";
import { NETWORK_RULES } from "./network.js";
import { BROWSER_REQUEST_RULES, NETWORK_CUT_RULES } from "./networkCut.js";
import { PROXY_RULES } from "./networkProxy.js";
import { VAGUE_NETWORK_RULES } from "./networkVague.js";
import { WINDOWS_NETWORK_RULES } from "./networkWindows.js";
import { OLD_GENERATION_RULES } from "./oldGenerations.js";
import { OPTION_ABSENT_RULES } from "./optionAbsent.js";
import { OPTION_SHAPE_RULES } from "./optionShape.js";
import { OTHER_CLOUD_RULES } from "./otherClouds.js";
import { OTHER_SYSTEM_RULES } from "./otherSystems.js";
import { PASTED_LAST_RULES, PASTED_RULES } from "./pasted.js";
import { PLATFORM_ACCESS_RULES } from "./platformAccess.js";
import { RECEIVER_RULES } from "./receiver.js";
import { RECEIVER_CHECK_RULES } from "./receiverChecks.js";
import type { Rule } from "./rule.js";
import { SCOPE_RULES } from "./scope.js";
import { OTHER_ACCESS_RULES, SERVICE_ACCESS_RULES } from "./serviceAccess.js";
import { SERVICE_CODE_RULES } from "./serviceCodes.js";
import { SERVICE_UNAUTHENTICATED_RULES } from "./serviceUnauthenticated.js";
import { SIGNING_KEY_RULES } from "./signingKey.js";
import { SUBJECT_RULES, VAGUE_SUBJECT_RULES } from "./subjectFirst.js";
import { TOKEN_CACHE_RULES } from "./tokenCache.js";
import { TOOL_ANSWER_RULES } from "./toolAnswer.js";
import { TOOL_CRASH_RULES } from "./toolCrash.js";
import { TOOL_FIRST_RULES } from "./toolFirst.js";
import { TOOL_OWN_FILE_RULES } from "./toolOwnFiles.js";
import { TOOL_RUNTIME_RULES } from "./toolRuntime.js";
import { TOOL_SESSION_RULES } from "./toolSession.js";
import { TOOL_TIME_RULES } from "./toolTime.js";
import { TOOL_TROUBLE_RULES } from "./toolTrouble.js";
import { TRANSLATED_RULES } from "./translated.js";

/**
 * What a sentence means beyond the messages that are known, by subject and trouble. After all rules that know more.
 *
 * @internal
 */
export const WIDE_RULES: readonly Rule[] = [
  ...TRANSLATED_RULES,
  ...ODD_ANSWER_RULES,
  ...TOKEN_CACHE_RULES,
  ...CERTIFICATE_RULES,
  ...TOOL_TROUBLE_RULES,
  ...INSECURE_ADDRESS_RULES,
  ...INVALID_VALUE_RULES,
  ...MISSING_VALUE_RULES,
  ...LAST_RULES,
  ...LAST_ENDPOINT_RULES,
  ...PASTED_LAST_RULES,
];

/**
 * What the messages that are known mean, the first that applies before the others.
 *
 * @internal
 */
export const KNOWN_RULES: readonly Rule[] = [
  ...CALLER_RULES,
  CONTENT_FOR_PATH,
  ...ENTRA_PERSON_SENTENCE_RULES,
  ...ENTRA_SENTENCE_RULES,
  ...PASTED_RULES,
  ...ABSENT_CHAIN_RULES,
  ...OTHER_ACCESS_RULES,
  ...CACHE_HOST_RULES,
  ...OTHER_SYSTEM_RULES,
  ...OTHER_CLOUD_RULES,
  ...AFTER_TOKEN_RULES,
  ...TOOL_OWN_FILE_RULES,
  ...OLD_GENERATION_RULES,
  ...COMPILER_RULES,
  ...RECEIVER_CHECK_RULES,
  ...LOCAL_TROUBLE_RULES,
  ...IDENTITY_CARE_RULES,
  ...AZURE_DEVOPS_RULES,
  ...DIRECTORY_REFUSAL_RULES,
  ...SERVICE_UNAUTHENTICATED_RULES,
  ...MALFORMED_URL_RULES,
  ...SERVICE_CODE_RULES,
  ...IDENTITY_CONNECTION_RULES,
  ...PROXY_RULES,
  ...PLATFORM_ACCESS_RULES,
  ...TOOL_RUNTIME_RULES,
  ...SCOPE_RULES,
  ...CACHE_FIRST_RULES,
  ...TOOL_TIME_RULES,
  ...TOOL_CRASH_RULES,
  ...NEIGHBOUR_RULES,
  ...ENDPOINT_ANSWER_RULES,
  ...SERVICE_ACCESS_RULES,
  ...TOOL_SESSION_RULES,
  ...CONNECTION_RULES,
  ...SIGNING_KEY_RULES,
  ...ENTRA_PLAIN_RULES,
  ...ENTRA_PROOF_RULES,
  ...NETWORK_CUT_RULES,
  ...HOST_PROOF_RULES,
  ...IDENTITY_FIRST_RULES,
  ...OPTION_SHAPE_RULES,
  ...OPTION_ABSENT_RULES,
  ...RECEIVER_RULES,
  ...FEDERATED_SOURCE_RULES,
  ...TOOL_FIRST_RULES,
  ...TOOL_ANSWER_RULES,
  ...LIBRARY_ANSWER_RULES,
  ...LIBRARY_SIGN_IN_RULES,
  ...LIBRARY_ARGUMENT_RULES,
  ...LIBRARY_STORE_RULES,
  ...LIBRARY_DOTNET_RULES,
  ...LIBRARY_WORD_RULES,
  ...LIBRARY_SOURCE_RULES,
  ...LIBRARY_ID_TOKEN_RULES,
  ...LIBRARY_SETTING_RULES,
  ...LIBRARY_HOST_RULES,
  ...LIBRARY_BROWSER_RULES,
  ...MISUSE_RULES,
  ...SUBJECT_RULES,
  ...ASSERTION_FIRST_RULES,
  ...AUTHORIZATION_RULES,
  ...HOST_VARIABLE_RULES,
  ...MANAGED_IDENTITY_RULES,
  ...ANSWER_RULES,
  ...FEDERATION_RULES,
  ...FEDERATION_DOCUMENT_RULES,
  ...CREDENTIAL_FILE_RULES,
  ...CONFIGURATION_RULES,
  ...FLOW_RULES,
  ...WINDOWS_NETWORK_RULES,
  ...NETWORK_RULES,
  ...ASSERTION_RULES,
  ...DEVELOPER_TOOL_RULES,
  ...EDITOR_RULES,
  ...ENTRA_WORD_RULES,
  ...ENTRA_RULES,
  ...VAGUE_NETWORK_RULES,
  ...VAGUE_SUBJECT_RULES,
  ...BROWSER_REQUEST_RULES,
  ...IDENTITY_LOOKED_FOR_RULES,
  ...ROLE_RULES,
  ...VAGUE_AUTHORIZATION_RULES,
  ...EXCEPTION_TYPE_RULES,
  ...CUT_SENTENCE_RULES,
  ...IDENTITY_ENDPOINT_RULES,
  ...FILE_TROUBLE_RULES,
  ...WIDE_ASSERTION_RULES,
  ...CHAIN_RULES,
];
