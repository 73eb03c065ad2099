import { CHAIN_MARKS } from "../factWords.js";
import { type ChainLayout, NAME } from "./layout.js";

/** What begins a member of .NET whose list has lost its headline. */
const DOTNET_MEMBER = `(?:${NAME} authentication |Visual Studio Token provider|Stored credentials not found|Process "|Please run |Azure (?:CLI|PowerShell|Developer CLI) |PowerShell )`;

function headlessDotNet(mark: string): ChainLayout {
  return {
    mark,
    headline: new RegExp(`(?=(?:^|\\n)\\s{0,12}- ${DOTNET_MEMBER})`),
    member: new RegExp(`(?:^|\\s)- (?=${DOTNET_MEMBER})`),
    begin: new RegExp(`^${DOTNET_MEMBER}`),
    least: 2,
  };
}

function headlessList(mark: string): ChainLayout {
  return {
    mark,
    headline: new RegExp(`(?=(?:^|\\n)\\s{0,12}${NAME}: )`),
    member: new RegExp(`(?:^|\\n)\\s{0,12}(?=${NAME}: )`),
    begin: new RegExp(`^${NAME}: (?!\\{)`),
    least: 2,
  };
}

/**
 * Of what is left of a list that has lost its headline.
 *
 * @internal
 */
export const HEADLESS: readonly ChainLayout[] = [
  headlessDotNet(CHAIN_MARKS.visualStudio),
  headlessDotNet(CHAIN_MARKS.visualStudioCode),
  headlessList(CHAIN_MARKS.cli),
  headlessList(CHAIN_MARKS.goCli),
];
