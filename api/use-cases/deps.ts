import type { Channels } from "#api/channels/channel.ts";
import type { Wallets } from "#api/channels/wallets/wallet.ts";
import type { Clock } from "#api/kernel/clock.ts";
import type { Reach } from "#api/kernel/failpoints.ts";
import type { Ledger } from "#api/ledger/movements.ts";
import type { Db } from "#api/sql/client.ts";
import type { Tx } from "#api/sql/rows.ts";

/** What every use case is given: built once in api/server, never ambient. */
export type Deps = {
  /** Prisma, for everything outside the ledger's tables. */
  db: Db;
  ledger: Ledger;
  clock: Clock;
  /** Told of bugs that must not stop the rest of a batch; the server's log. */
  report?: (bug: unknown) => void;
  /**
   * Hands work to the jobs in the transaction that makes it due; absent where none run: their clock finds it then. `soon`:
   * one of the clock's own, within a second and once for all who ask for it meanwhile.
   */
  enqueue?: (tx: Tx, task: string, payload: object, how?: { soon: true }) => Promise<void>;
  /** Signs what the hub publishes, as a compact JWS that anybody with its key set can check; absent where nothing is published. */
  sign?: (claims: Readonly<Record<string, unknown>>) => Promise<string>;
  /** Passed at each failpoint; absent in life. */
  reach?: Reach;
  /** How people are reached beside the portal, and where they find it; absent where nobody is. */
  outside?: { channels: Channels; publicUrl: string; wallets?: Wallets };
  secrets: {
    /** Keys the HMAC under which machines' secrets are kept (kernel/api-key.ts). */
    apiKey: string;
  };
};
