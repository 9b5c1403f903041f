import { type ComplexityResult, createComplexityRule } from "@pothos/plugin-complexity";
import {
  type ASTVisitor,
  type ExecutionArgs,
  type ExecutionResult,
  execute,
  type GraphQLError,
  NoSchemaIntrospectionCustomRule,
  parse,
  type ValidationContext,
  validate,
} from "graphql";
import type { Plugin } from "graphql-yoga";
import { limits, transportLimits } from "#api/graph/limits.ts";
import { topLevel } from "#api/graph/top-level.ts";
import type { Actor } from "#api/kernel/actor.ts";
import type { Mode } from "#api/server/config.ts";
import { deadlinesOf } from "#api/server/deadlines.ts";

/**
 * Limits on the document itself, as parse option and validation rules, so that they hold on every transport.
 * Depth, breadth and complexity are counted by the schema (graph/builder.ts), which knows the page sizes asked for.
 */
export function limitsPlugin(mode: Mode): Plugin<{ actor: Actor }> {
  return {
    onParse({ setParseFn }) {
      setParseFn((source, options) => parse(source, { ...options, maxTokens: limits.tokens }));
    },
    onValidate({ addValidationRule, context }) {
      addValidationRule(AliasLimit);
      addValidationRule(DirectiveLimit);
      addValidationRule(IntrospectionDepth);
      if (mode === "production" && context.actor.kind !== "machine") addValidationRule(NoSchemaIntrospectionCustomRule);
    },
    // The schema counts when a root field resolves; a subscription's would only do so at its first event.
    onSubscribe({ args: { schema, document, variableValues, contextValue }, setResultAndStopExecution }) {
      const variables = { variableValues: variableValues ?? {}, context: contextValue };
      const errors = validate(schema, document, [createComplexityRule({ ...variables, validate: requireWithin })]);
      if (errors.length > 0) setResultAndStopExecution({ errors });
    },
    onExecute({ setExecuteFn }) {
      setExecuteFn(executeInTime);
    },
  };
}

function requireWithin(measured: ComplexityResult, report: (error: GraphQLError) => void): void {
  for (const limit of ["complexity", "depth", "breadth"] as const) {
    if (measured[limit] > limits[limit]) report(over(limit, limits[limit]));
  }
}

const inTime = deadlinesOf(transportLimits.requestMs);

/** Operations that are being worked on, those that were answered for because they took too long among them. */
let underWay = 0;

/**
 * Runs an operation. What is in flight when its time is over goes on; a mutation's key tells its outcome. While too many
 * are under way nothing more is begun: a database that stands still fills no memory, however often clients try again.
 */
export function executeInTime(args: ExecutionArgs): Promise<ExecutionResult> {
  if (underWay >= transportLimits.operationsUnderWay) return Promise.resolve({ errors: [busy()] });
  return inTime(() => counted(execute(args)), tooLate);
}

function counted<Result>(result: Promise<Result> | Result): Promise<Result> | Result {
  if (!(result instanceof Promise)) return result;
  underWay += 1;
  return result.finally(() => {
    underWay -= 1;
  });
}

function tooLate(): ExecutionResult {
  const message = `The answer took longer than ${transportLimits.requestMs} ms; a mutation's key tells its outcome.`;
  return { errors: [topLevel("INTERNAL", message, { http: { status: 504 } })] };
}

const BUSY_SECONDS = 1;

function busy(): GraphQLError {
  return topLevel("RATE_LIMITED", `The hub is busy; go on in ${BUSY_SECONDS} s.`, {
    retryAfterSeconds: BUSY_SECONDS,
    http: { status: 503, headers: { "retry-after": String(BUSY_SECONDS) } },
  });
}

function AliasLimit(context: ValidationContext): ASTVisitor {
  let count = 0;
  return {
    Field({ alias }) {
      if (alias && ++count === limits.aliases + 1) context.reportError(over("aliases", limits.aliases));
    },
  };
}

function DirectiveLimit(context: ValidationContext): ASTVisitor {
  let count = 0;
  return {
    Directive() {
      if (++count === limits.directives + 1) context.reportError(over("directives", limits.directives));
    },
  };
}

/** The schema's own fields are not counted by the schema; they nest as far as a client likes. */
function IntrospectionDepth(context: ValidationContext): ASTVisitor {
  let depth = 0;
  let within = 0;
  return {
    Field: {
      enter({ name }) {
        depth += 1;
        if (name.value === "__schema" || name.value === "__type") within += 1;
        if (within > 0 && depth === limits.introspectionDepth + 1) {
          context.reportError(over("introspection depth", limits.introspectionDepth));
        }
      },
      leave({ name }) {
        depth -= 1;
        if (name.value === "__schema" || name.value === "__type") within -= 1;
      },
    },
  };
}

function over(limit: string, allowed: number): GraphQLError {
  return topLevel("TOO_COMPLEX", `The operation is over its limit of ${allowed} for ${limit}.`, { limit, allowed });
}
