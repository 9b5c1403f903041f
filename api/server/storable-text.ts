import type { ASTVisitor, ExecutionResult, ValidationContext } from "graphql";
import type { Plugin } from "graphql-yoga";
import { badInput } from "#api/graph/top-level.ts";

/**
 * PostgreSQL keeps no NUL and no half of a surrogate pair. Such a text would fail the statement it is in, and
 * statements carry what many requests asked at once: it is refused before it meets anybody else's.
 */
export function storableText(): Plugin {
  return {
    onValidate({ addValidationRule }) {
      addValidationRule(StorableLiterals);
    },
    onExecute({ args: { variableValues }, setResultAndStopExecution }) {
      const refused = refuseUnstorable(variableValues);
      if (refused) setResultAndStopExecution(refused);
    },
  };
}

/** The answer to variables that cannot be kept; null when they can. */
export function refuseUnstorable(variables: unknown): ExecutionResult | null {
  return isStorable(variables) ? null : { errors: [unstorable()] };
}

function StorableLiterals(context: ValidationContext): ASTVisitor {
  return {
    StringValue({ value }) {
      if (!isStorable(value)) context.reportError(unstorable());
    },
  };
}

function isStorable(value: unknown): boolean {
  if (typeof value === "string") return value.isWellFormed() && !value.includes("\0");
  if (typeof value !== "object" || value === null) return true;
  return Object.values(value).every(isStorable);
}

const unstorable = () => badInput("A text holds a NUL or half of a character, which cannot be kept.");
