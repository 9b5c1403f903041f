"use client";

import { useEffect, useState } from "react";
import { useClient } from "urql";
import { answerOf, requestOf } from "#portal/lib/gateway.ts";
import type { Operation } from "#schema/typed.ts";

/** While somebody types, the gateway is asked when they pause. */
const PAUSE_MS = 350;

/**
 * What a registered query answers about what stands in a form; null before it answered, or while there is nothing to ask.
 * An answer to an earlier form never replaces that to a later one.
 */
export function useAnswer<Result, Variables>(operation: Operation<Result, Variables>, variables: Variables | null) {
  const client = useClient();
  const [answer, setAnswer] = useState<Result | null>(null);
  const asked = variables === null ? null : JSON.stringify(variables);
  useEffect(() => {
    if (asked === null) return setAnswer(null);
    let isLatest = true;
    const ask = async () => {
      const request = requestOf(operation, JSON.parse(asked) as Variables);
      const sent = await client.executeQuery(request, { requestPolicy: "network-only" }).toPromise();
      // What could not be asked now is asked again with the next letter.
      if (isLatest && !sent.error) setAnswer(answerOf(sent));
    };
    const waiting = setTimeout(ask, PAUSE_MS);
    return () => {
      isLatest = false;
      clearTimeout(waiting);
    };
  }, [client, operation, asked]);
  return answer;
}
