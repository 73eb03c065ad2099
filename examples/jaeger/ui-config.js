// How Jaeger's page shows our attributes: https://www.jaegertracing.io/docs/latest/frontend-ui/
//
// JavaScript and not JSON: in JSON a link is a template whose values are percent-encoded, so a whole URL does not survive
// in it. No dollar signs in this file: Jaeger pastes it into its page by a regular expression, which would expand them.
// biome-ignore lint/correctness/noUnusedVariables: Jaeger's page calls it.
function UIConfig() {
  const REMEDY_URL = "azure.identity.failure.remedy_url";
  const AADSTS_CODES = "azure.identity.failure.aadsts_codes";
  // What attributes are called now, and what they were called before Jaeger 2.
  const type = ["attributes", "tags"];
  // Whoever can send spans can put any URL into them.
  const isWebPage = (value) => typeof value === "string" && value.startsWith("https://");
  const firstCode = (value) => /[0-9]+/.exec(String(value));

  return {
    // The order of a span's attributes: why it failed, then the rest of ours, then everything else.
    topTagPrefixes: ["azure.identity.failure.", "error.type", "azure.identity."],
    linkPatterns: [
      {
        type,
        key: REMEDY_URL,
        value: isWebPage,
        url: { parameters: [REMEDY_URL], template: (values) => values[REMEDY_URL] },
        text: "#{azure.identity.failure.remedy}",
      },
      {
        type,
        key: AADSTS_CODES,
        value: (value) => firstCode(value) !== null,
        url: {
          parameters: [AADSTS_CODES],
          template: (values) => "https://login.microsoftonline.com/error?code=".concat(firstCode(values[AADSTS_CODES])),
        },
        text: "What Entra ID says about this code",
      },
    ],
  };
}
