import { hash, verify } from "@node-rs/argon2";
import { betterAuth } from "better-auth";
import { prismaAdapter } from "better-auth/adapters/prisma";
import { twoFactor } from "better-auth/plugins/two-factor";
import { newId } from "#api/kernel/ids.ts";
import type { Log } from "#api/server/log.ts";
import type { Db } from "#api/sql/client.ts";

const SESSION_SECONDS = 12 * 60 * 60;

/** OWASP's parameters for argon2id: 19 MiB, two passes. */
const argon2id = { memoryCost: 19_456, timeCost: 2, parallelism: 1 } as const;

type Settings = { db: Db; secret: string; publicUrl: string; origins: string[]; log?: Log };

/**
 * People and their sessions. better-auth knows who somebody is; what they may do is ours (`hats.ts`). Nobody signs up
 * here: members are enrolled and staff are assigned.
 */
export function openPeople({ db, secret, publicUrl, origins, log }: Settings) {
  const secure = publicUrl.startsWith("https://");
  return betterAuth({
    appName: "Zgoda",
    baseURL: publicUrl,
    basePath: "/api/auth",
    secret,
    trustedOrigins: origins,
    database: prismaAdapter(db, { provider: "postgresql", transaction: true }),
    emailAndPassword: {
      enabled: true,
      disableSignUp: true,
      minPasswordLength: 10,
      password: {
        hash: (password) => hash(password, argon2id),
        verify: ({ hash: kept, password }) => verify(kept, password),
      },
    },
    session: { expiresIn: SESSION_SECONDS, updateAge: SESSION_SECONDS / 4, cookieCache: { enabled: false } },
    advanced: {
      // Over https the prefix binds the cookies to this very host; browsers refuse it over plain http.
      cookiePrefix: secure ? "__Host-zgoda" : "zgoda",
      useSecureCookies: false,
      defaultCookieAttributes: { secure, httpOnly: true, sameSite: "lax", path: "/" },
      database: { generateId: ({ model }) => (model === "user" ? newId("user") : crypto.randomUUID()) },
    },
    // Ours are shared by all gateways (rate-limits.ts).
    rateLimit: { enabled: false },
    telemetry: { enabled: false },
    logger: { disabled: !log, log: (level, message) => log?.[level](message) },
    plugins: [twoFactor({ issuer: "Zgoda" })],
  });
}

export type People = ReturnType<typeof openPeople>;

/** Adds somebody who can sign in with a password: for invitations and the demo. */
export async function addPerson(
  people: People,
  person: { name: string; email: string; password: string },
): Promise<string> {
  const { internalAdapter, password } = await people.$context;
  const email = person.email.toLowerCase();
  const user = await internalAdapter.createUser(
    { name: person.name, email, emailVerified: true },
    { method: "email-password" },
  );
  const hashed = await password.hash(person.password);
  await internalAdapter.linkAccount({
    userId: user.id,
    accountId: user.id,
    providerId: "credential",
    password: hashed,
  });
  return user.id;
}
