"use client";

import { useState } from "react";
import { type Client, useClient } from "urql";
import { answerOf, GatewayFailure, requestOf } from "#portal/lib/gateway.ts";
import type { Operation } from "#schema/typed.ts";

/** What came of a deed: done, a typed refusal, or nothing known (the same key may be sent again). */
export type DeedOutcome<Success> =
  | { kind: "done"; success: Success }
  | { kind: "refused"; code: string; message: string }
  | { kind: "unknown"; message: string };

/** A refusal as every result union carries it. */
type RefusalShape = { code: string; message: string };

/** Runs a mutation once. `key` stays the same for all attempts of one dialog, so a retry cannot act twice. */
export function useDeed<Variables>(operation: Operation<unknown, Variables>) {
  const client = useClient();
  const [working, setWorking] = useState(false);
  const [outcome, setOutcome] = useState<DeedOutcome<unknown> | null>(null);
  const run = async (variables: Variables): Promise<DeedOutcome<unknown>> => {
    setWorking(true);
    const settled = await attempt(client, operation, variables);
    setOutcome(settled);
    setWorking(false);
    return settled;
  };
  return { run, working, outcome, clear: () => setOutcome(null) };
}

async function attempt<Variables>(client: Client, operation: Operation<unknown, Variables>, variables: Variables) {
  try {
    const sent = await client.executeMutation(requestOf(operation, variables, "mutation")).toPromise();
    const answer = answerOf(sent) as Record<string, unknown>;
    const [result] = Object.values(answer);
    if (isRefusal(result)) return { kind: "refused", code: result.code, message: result.message } as const;
    return { kind: "done", success: result } as const;
  } catch (error) {
    const failure = error instanceof GatewayFailure ? error : null;
    if (failure && failure.code !== "UNREACHABLE" && failure.code !== "INTERNAL") {
      return { kind: "refused", code: failure.code, message: failure.message } as const;
    }
    return { kind: "unknown", message: failure?.requestId ?? "" } as const;
  }
}

function isRefusal(result: unknown): result is RefusalShape {
  return typeof result === "object" && result !== null && "code" in result && "message" in result;
}

/** 32 characters that no other deed has. */
export const newKey = () => crypto.randomUUID().replaceAll("-", "");
