import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { z } from "zod";
import type { ChannelSettings } from "#api/channels/open-channels.ts";
import type { AppleSettings } from "#api/channels/wallets/apple-wallet.ts";
import type { GoogleSettings } from "#api/channels/wallets/google-wallet.ts";
import type { WalletSettings } from "#api/channels/wallets/wallet.ts";
import { knownPushHosts, type PushSettings } from "#api/channels/web-push.ts";

const project = fileURLToPath(new URL("../../", import.meta.url));

const port = (fallback: number) => z.coerce.number().int().min(0).max(65_535).default(fallback);
const list = z.string().transform((text) => text.split(",").map((part) => part.trim().replace(/\/$/, "")));
const flag = z.enum(["true", "false"]).transform((text) => text === "true");

/** PEM in one line or in several. */
const pem = z.string().transform((text) => text.replaceAll("\\n", "\n"));

const environment = z.object({
  DATABASE_URL: z.string().optional(),
  DATA_DIRECTORY: z.string().default(join(project, ".data")),
  PORT: port(4000),
  PORTAL_PORT: port(3000),
  ZGODA_MODE: z.enum(["production", "demo", "audit"]).default("demo"),
  ZGODA_SECRET: z.string().min(32).optional(),
  ZGODA_PUBLIC_URL: z.url().optional(),
  ZGODA_ORIGINS: list.optional(),
  ZGODA_STAFF_TOTP: flag.optional(),
  ZGODA_JOBS: flag.default(true),
  WORKERS: z.coerce.number().int().min(1).max(64).default(1),
  ZGODA_METRICS_PORT: z.coerce.number().int().min(1).max(65_535).optional(),
  ZGODA_POOL: z.coerce.number().int().min(4).max(200).default(16),
  ZGODA_SHORT_WAY: flag.default(true),
  ZGODA_SMTP_URL: z.url({ protocol: /^smtps?$/ }).optional(),
  ZGODA_MAIL_FROM: z.email().optional(),
  ZGODA_TELEGRAM_TOKEN: z.string().optional(),
  ZGODA_TELEGRAM_BOT: z.string().optional(),
  ZGODA_TELEGRAM_URL: z.url({ protocol: /^https?$/ }).default("https://api.telegram.org"),
  ZGODA_PUSH_SUBJECT: z.url({ protocol: /^(mailto|https)$/ }).optional(),
  ZGODA_PUSH_HOSTS: list.optional(),
  ZGODA_SMS_URL: z.url({ protocol: /^https?$/ }).optional(),
  ZGODA_SMS_SECRET: z.string().min(16).optional(),
  ZGODA_SMS_SENDER: z.string().optional(),
  ZGODA_APPLE_PASS_TYPE: z.string().startsWith("pass.").optional(),
  ZGODA_APPLE_TEAM: z.string().optional(),
  ZGODA_APPLE_CERTIFICATE: pem.optional(),
  ZGODA_APPLE_KEY: pem.optional(),
  ZGODA_APPLE_AUTHORITY: pem.optional(),
  ZGODA_GOOGLE_ACCOUNT: z.email().optional(),
  ZGODA_GOOGLE_KEY: pem.optional(),
  ZGODA_GOOGLE_CLASS: z
    .string()
    .regex(/^\d+\.[\w.-]+$/)
    .optional(),
  ZGODA_LOG: z.enum(["trace", "debug", "info", "warn", "error", "silent"]).default("info"),
});

export type Mode = z.infer<typeof environment>["ZGODA_MODE"];

export type Config = {
  /** A PostgreSQL of your own; null: the embedded one in `dataDirectory`. */
  databaseUrl: string | null;
  dataDirectory: string;
  /** Where the gateway listens. */
  port: number;
  /** Where the portal listens. */
  portalPort: number;
  /** Production closes introspection and ad-hoc operations to browsers; audit opens GET for graphql-http's audits. */
  mode: Mode;
  /** From which API keys' HMACs, sessions and tokens are derived; null: one is made and kept in `dataDirectory`. */
  secret: string | null;
  /** Where browsers find the portal: cookies and sign-in are bound to it. */
  publicUrl: string;
  /** Whose pages may ask: the portal's origin and no other unless named. */
  origins: string[];
  /** Do staff need a second factor to act? */
  staffTotp: boolean;
  /** Does this gateway run the jobs too? */
  jobs: boolean;
  /** How many gateways `scripts/gateway.ts` runs on the port. */
  workers: number;
  /** Where this machine can read the metrics; null: nowhere. */
  metricsPort: number | null;
  /** Connections to the database each gateway holds at most. */
  poolSize: number;
  /** Do ordinary requests enter below Yoga's fetch layer (`short-way.ts`)? */
  shortWay: boolean;
  /** How members are reached beside the portal; what is not set is off. */
  channels: ChannelConfig;
  /** For which telephones' wallets cards can be had; what is not set is off. */
  wallets: WalletSettings;
  logLevel: z.infer<typeof environment>["ZGODA_LOG"];
};

/** The push keys are made of the hub's secret, so that none are set. */
export type ChannelConfig = Omit<ChannelSettings, "push"> & { push: Omit<PushSettings, "seed"> | null };

/** The only reader of the environment. */
export function readConfig(env: NodeJS.ProcessEnv = process.env): Config {
  const given = Object.fromEntries(Object.entries(env).filter(([, value]) => value !== ""));
  const parsed = environment.safeParse(given);
  if (!parsed.success)
    throw new Error(parsed.error.issues.map((issue) => `${issue.path}: ${issue.message}`).join("; "));
  const read = parsed.data;
  const publicUrl = (read.ZGODA_PUBLIC_URL ?? `http://localhost:${read.PORTAL_PORT}`).replace(/\/$/, "");
  if (read.ZGODA_MODE === "production" && !read.ZGODA_SECRET)
    throw new Error("ZGODA_SECRET must be set in production.");
  return {
    databaseUrl: read.DATABASE_URL ?? null,
    dataDirectory: read.DATA_DIRECTORY,
    port: read.PORT,
    portalPort: read.PORTAL_PORT,
    mode: read.ZGODA_MODE,
    secret: read.ZGODA_SECRET ?? null,
    publicUrl,
    origins: read.ZGODA_ORIGINS ?? [new URL(publicUrl).origin],
    staffTotp: read.ZGODA_STAFF_TOTP ?? read.ZGODA_MODE === "production",
    jobs: read.ZGODA_JOBS,
    workers: read.WORKERS,
    metricsPort: read.ZGODA_METRICS_PORT ?? null,
    poolSize: read.ZGODA_POOL,
    shortWay: read.ZGODA_SHORT_WAY,
    channels: channelsIn(read),
    wallets: walletsIn(read),
    logLevel: read.ZGODA_LOG,
  };
}

/** What belongs together is set together, or the hub does not start. */
function channelsIn(read: z.infer<typeof environment>): ChannelConfig {
  const { ZGODA_SMTP_URL: smtp, ZGODA_MAIL_FROM: from, ZGODA_SMS_URL: sms, ZGODA_SMS_SECRET: secret } = read;
  if ((smtp === undefined) !== (from === undefined))
    throw new Error("ZGODA_SMTP_URL and ZGODA_MAIL_FROM are set together.");
  if ((sms === undefined) !== (secret === undefined))
    throw new Error("ZGODA_SMS_URL and ZGODA_SMS_SECRET are set together.");
  const { ZGODA_TELEGRAM_TOKEN: token, ZGODA_TELEGRAM_BOT: bot = null, ZGODA_TELEGRAM_URL: url } = read;
  const {
    ZGODA_PUSH_SUBJECT: subject,
    ZGODA_PUSH_HOSTS: hosts = [...knownPushHosts],
    ZGODA_SMS_SENDER: sender = null,
  } = read;
  return {
    email: smtp && from ? { url: smtp, from } : null,
    telegram: token ? { url: url.replace(/\/$/, ""), token, bot } : null,
    push: subject ? { subject, hosts } : null,
    sms: sms && secret ? { url: sms, secret, sender } : null,
  };
}

/** The same: half a wallet is a mistake. */
function walletsIn(read: z.infer<typeof environment>): WalletSettings {
  const apple = together<AppleSettings>({
    passType: read.ZGODA_APPLE_PASS_TYPE,
    team: read.ZGODA_APPLE_TEAM,
    certificate: read.ZGODA_APPLE_CERTIFICATE,
    key: read.ZGODA_APPLE_KEY,
    authority: read.ZGODA_APPLE_AUTHORITY,
  });
  const google = together<GoogleSettings>({
    account: read.ZGODA_GOOGLE_ACCOUNT,
    key: read.ZGODA_GOOGLE_KEY,
    loyaltyClass: read.ZGODA_GOOGLE_CLASS,
  });
  if (apple === "half") throw new Error("ZGODA_APPLE_… are set together.");
  if (google === "half") throw new Error("ZGODA_GOOGLE_… are set together.");
  return { apple, google };
}

/** All of them; null where none is set. */
function together<Settings extends Record<string, string>>(
  settings: { [Name in keyof Settings]: string | undefined },
): Settings | "half" | null {
  const given = Object.values(settings).filter((value) => value !== undefined);
  if (given.length === 0) return null;
  return given.length === Object.keys(settings).length ? (settings as Settings) : "half";
}
