"use client";

import { createClient as createSocket, type Client as Socket } from "graphql-ws";
import { createContext, type ReactNode, useContext, useEffect, useMemo, useRef, useState } from "react";
import { type Client, createClient, fetchExchange, Provider, subscriptionExchange } from "urql";
import { useRouter } from "#portal/i18n/navigation.ts";
import { requestOf } from "#portal/lib/gateway.ts";
import type { Operation } from "#schema/typed.ts";

export type LiveState = "live" | "reconnecting" | "paused";

type Live = {
  state: LiveState;
  /** Whether the page shows anything that changes by itself. */
  watched: boolean;
  /** How often a lost connection came back: rings in between were missed. */
  returns: number;
  watch: (
    bell: Operation<unknown, Record<string, string>>,
    variables: Record<string, string>,
    ring: () => void,
    /** Does it concern what the page shows? Otherwise the page does not call itself live for it. */
    ofPage: boolean,
  ) => () => void;
};

const silent: Live = { state: "paused", watched: false, returns: 0, watch: () => () => {} };
const LiveContext = createContext<Live>(silent);

export const useLive = () => useContext(LiveContext);

/** Closed by the gateway for good: the session ended. Trying again would not help. */
const FORBIDDEN = 4403;
const KEEP_ALIVE_MS = 12_000;

/** The browser's client: deeds go over HTTP, doorbells over one WebSocket for the tab, opened when a page first listens. */
export function LiveProvider({ children }: { children: ReactNode }) {
  const [state, setState] = useState<LiveState>("reconnecting");
  const [returns, setReturns] = useState(0);
  const [watchers, setWatchers] = useState(0);
  const [{ client, close }] = useState(() =>
    browserClient({
      connected: (again) => {
        setState("live");
        if (again) setReturns((count) => count + 1);
      },
      closed: (final) => setState(final ? "paused" : "reconnecting"),
    }),
  );

  const live = useMemo<Live>(
    () => ({
      state,
      returns,
      watched: watchers > 0,
      watch: (bell, variables, ring, ofPage) => {
        if (ofPage) setWatchers((count) => count + 1);
        const { unsubscribe } = client
          .executeSubscription(requestOf(bell, variables, "subscription"))
          .subscribe(({ error }) => (error ? setState("paused") : ring()));
        return () => {
          unsubscribe();
          if (ofPage) setWatchers((count) => count - 1);
        };
      },
    }),
    [state, returns, watchers, client],
  );

  useEffect(() => close, [close]);

  return (
    <Provider value={client}>
      <LiveContext value={live}>{children}</LiveContext>
    </Provider>
  );
}

type Listener = { connected: (again: boolean) => void; closed: (final: boolean) => void };

function browserClient(listener: Listener): { client: Client; close: () => void } {
  let socket: Socket | null = null;
  const client = createClient({
    url: "/graphql",
    preferGetMethod: false,
    exchanges: [
      subscriptionExchange({
        forwardSubscription: ({ operationName, variables, extensions }) => ({
          subscribe: (sink) => {
            socket ??= connect(listener);
            const asked = {
              query: "",
              operationName: operationName ?? null,
              variables: variables ?? {},
              extensions: extensions ?? {},
            };
            const unsubscribe = socket.subscribe(asked, sink);
            return { unsubscribe };
          },
        }),
      }),
      fetchExchange,
    ],
  });
  const close = () => {
    void socket?.dispose();
    socket = null;
  };
  return { client, close };
}

function connect({ connected, closed }: Listener): Socket {
  const isFinal = (event: unknown) => (event as Partial<CloseEvent> | undefined)?.code === FORBIDDEN;
  return createSocket({
    url: `${window.location.origin.replace(/^http/, "ws")}/graphql`,
    lazy: true,
    keepAlive: KEEP_ALIVE_MS,
    retryAttempts: Number.POSITIVE_INFINITY,
    shouldRetry: (event) => !isFinal(event),
    on: {
      connected: (_socket, _payload, again) => connected(again),
      closed: (event) => closed(isFinal(event)),
    },
  });
}

const REFRESH_EVERY_MS = 400;

type RefreshOnProps = { bell: Operation<unknown, never>; variables: Record<string, string>; ofPage?: boolean };

/**
 * Reads the page again when the doorbell rings, and after a lost connection. What it shows is therefore always an
 * absolute state from the gateway, never a sum made in the browser.
 */
export function RefreshOn({ bell, variables, ofPage = true }: RefreshOnProps) {
  const router = useRouter();
  const { watch, returns } = useLive();
  const latestWatch = useRef(watch);
  const waiting = useRef<ReturnType<typeof setTimeout> | null>(null);
  const subject = JSON.stringify(variables);

  const refresh = useRef(() => {
    waiting.current ??= setTimeout(() => {
      waiting.current = null;
      router.refresh();
    }, REFRESH_EVERY_MS);
  });

  useEffect(
    () =>
      latestWatch.current(
        bell as Operation<unknown, Record<string, string>>,
        JSON.parse(subject),
        refresh.current,
        ofPage,
      ),
    [bell, subject, ofPage],
  );
  useEffect(() => {
    if (returns > 0) refresh.current();
  }, [returns]);

  return null;
}
