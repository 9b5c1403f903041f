"use client";

import { Client, fetchExchange, subscriptionExchange, type TypedDocumentNode } from "@urql/core";
import { createClient as createSocket } from "graphql-ws";
import { createContext, type ReactNode, useContext, useEffect, useMemo, useRef, useState } from "react";
import { Provider, useSubscription } from "urql";
import { useRouter } from "#portal/i18n/navigation.ts";

export type LiveState = "live" | "reconnecting" | "paused";

type Live = { state: LiveState; watched: boolean; watch: () => () => void; reconnections: number };

const LiveContext = createContext<Live>({ state: "paused", watched: false, watch: () => () => {}, reconnections: 0 });

export const useLive = () => useContext(LiveContext);

/** Closed by the gateway for good: the session ended or never was. Trying again would not help. */
const FORBIDDEN = 4403;
const KEEP_ALIVE_MS = 12_000;

/** One connection to the gateway for a browser tab: deeds over HTTP, doorbells over a WebSocket. */
export function GatewayProvider({ children }: { children: ReactNode }) {
  const [state, setState] = useState<LiveState>("reconnecting");
  const [reconnections, setReconnections] = useState(0);
  const [watchers, setWatchers] = useState(0);

  const client = useMemo(
    () =>
      connect({
        connected: (again) => {
          setState("live");
          if (again) setReconnections((count) => count + 1);
        },
        closed: (final) => setState(final ? "paused" : "reconnecting"),
      }),
    [],
  );
  const live = useMemo(
    () => ({
      state,
      reconnections,
      watched: watchers > 0,
      watch: () => {
        setWatchers((count) => count + 1);
        return () => setWatchers((count) => count - 1);
      },
    }),
    [state, reconnections, watchers],
  );

  return (
    <Provider value={client}>
      <LiveContext value={live}>{children}</LiveContext>
    </Provider>
  );
}

type Listener = { connected: (again: boolean) => void; closed: (final: boolean) => void };

function connect({ connected, closed }: Listener): Client {
  const inBrowser = typeof window !== "undefined";
  const url = inBrowser ? `${window.location.origin}/graphql` : "http://portal.invalid/graphql";
  const isFinal = (event: unknown) => (event as CloseEvent | undefined)?.code === FORBIDDEN;
  const socket = inBrowser
    ? createSocket({
        url: url.replace(/^http/, "ws"),
        lazy: true,
        keepAlive: KEEP_ALIVE_MS,
        retryAttempts: Number.POSITIVE_INFINITY,
        shouldRetry: (event) => !isFinal(event),
        on: { connected: (_socket, _payload, again) => connected(again), closed: (event) => closed(isFinal(event)) },
      })
    : null;

  return new Client({
    url,
    preferGetMethod: false,
    fetchOptions: { headers: { "x-graphql-yoga-csrf": "portal" } },
    exchanges: [
      fetchExchange,
      subscriptionExchange({
        forwardSubscription: (request) => ({
          subscribe: (sink) => {
            const unsubscribe = socket?.subscribe(
              { query: request.query ?? "", variables: request.variables, operationName: request.operationName },
              sink as Parameters<NonNullable<typeof socket>["subscribe"]>[1],
            );
            return { unsubscribe: () => unsubscribe?.() };
          },
        }),
      }),
    ],
  });
}

const REFRESH_EVERY_MS = 400;

/**
 * Reads the page again when the doorbell rings, and after a lost connection, when rings may have been missed.
 * What it shows is therefore always an absolute state from the gateway, never a sum made in the browser.
 */
export function RefreshOn<V extends Record<string, unknown>>({ bell, variables }: RefreshOnProps<V>) {
  const router = useRouter();
  const { watch, reconnections } = useLive();
  const due = useRef<ReturnType<typeof setTimeout> | null>(null);
  const [ring] = useSubscription({ query: bell, variables });

  useEffect(watch, []);
  useEffect(() => {
    if ((!ring.data && reconnections === 0) || due.current) return;
    due.current = setTimeout(() => {
      due.current = null;
      router.refresh();
    }, REFRESH_EVERY_MS);
  }, [ring.data, reconnections, router]);

  return null;
}

type RefreshOnProps<V> = { bell: TypedDocumentNode<unknown, V> | string; variables: V };
