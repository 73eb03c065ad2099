import type { Screen } from "../../explain/render/screen.js";
import { EXIT } from "../io.js";
import type { Problem } from "./problems.js";
import { type Answer, paragraph, safe } from "./text.js";

function placeText(file: string, { line, column }: Problem): string {
  return [safe(file), line, column].filter((part) => part !== undefined).join(":");
}

function lines(file: string, problems: readonly Problem[], screen: Screen): string[] {
  const { paint } = screen;
  const number = `${problems.length} ${problems.length === 1 ? "problem" : "problems"}`;
  return [
    `${paint("failure", "✗ This policy cannot be used")}${paint("quiet", " · ")}${paint("kind", number)}`,
    ...problems.flatMap((problem) => [
      "",
      `  ${paint("heading", placeText(file, problem))}`,
      ...paragraph(problem.problem, 4, screen),
    ]),
  ];
}

/** A policy that stops every credential. */
export function unusable(subject: string, problems: readonly Problem[], isFile = true): Answer {
  return {
    exit: EXIT.nothingFound,
    report: { valid: false, ...(isFile && { file: safe(subject) }), problems },
    lines: (screen) => lines(subject, problems, screen),
  };
}
