import { createPrivateKey, createPublicKey } from "node:crypto";
import { calculateJwkThumbprint, exportJWK, type JSONWebKeySet, jwtVerify, SignJWT } from "jose";
import { transportLimits } from "#api/graph/limits.ts";
import type { Actor } from "#api/kernel/actor.ts";
import type { Clock } from "#api/kernel/clock.ts";

/** An Ed25519 private key is its 32 random bytes behind this header (RFC 8410). */
const PKCS8_ED25519 = Buffer.from("302e020100300506032b657004220420", "hex");
const AUDIENCE = "zgoda";
const CHECKED_MAX = 10_000;

export type Tokens = {
  /** A short-lived token for a machine, signed so that anybody with the key set can check it. */
  issue(machine: Extract<Actor, { kind: "machine" }>): Promise<{ token: string; seconds: number }>;
  /** The key id a valid token was given for; null for any other text. */
  keyIdOf(token: string): Promise<string | null>;
  /** A detached proof that this hub gave out a file (RFC 7515, compact): anybody with the key set can check it. */
  signFile(file: { fileName: string; sha256: string }): Promise<string>;
  /** The same of anything else the hub publishes. */
  sign(claims: Readonly<Record<string, unknown>>): Promise<string>;
  keySet: JSONWebKeySet;
};

/** The same seed on every gateway, so that each accepts the others' tokens. */
export async function openTokens(seed: Buffer, issuer: string, clock: Clock): Promise<Tokens> {
  const privateKey = createPrivateKey({ key: Buffer.concat([PKCS8_ED25519, seed]), format: "der", type: "pkcs8" });
  const publicKey = createPublicKey(privateKey);
  const jwk = await exportJWK(publicKey);
  const kid = await calculateJwkThumbprint(jwk);
  const seconds = transportLimits.tokenMinutes * 60;
  /** Tokens whose signature was checked, until they end. Whether their key still lives is asked each time. */
  const checked = new Map<string, { keyId: string; endsAt: number }>();
  const signed = (typ: string, claims: Readonly<Record<string, unknown>>) =>
    new SignJWT({ ...claims })
      .setProtectedHeader({ alg: "EdDSA", kid, typ })
      .setIssuer(issuer)
      .setIssuedAt(Math.floor(clock.now().getTime() / 1000))
      .sign(privateKey);
  return {
    keySet: { keys: [{ ...jwk, kid, alg: "EdDSA", use: "sig" }] },
    async issue({ id, partnerId, terminalId, scopes }) {
      const now = Math.floor(clock.now().getTime() / 1000);
      const token = await new SignJWT({ partner: partnerId, terminal: terminalId, scope: scopes.join(" ") })
        .setProtectedHeader({ alg: "EdDSA", kid, typ: "at+jwt" })
        .setIssuer(issuer)
        .setAudience(AUDIENCE)
        .setSubject(id)
        .setIssuedAt(now)
        .setExpirationTime(now + seconds)
        .sign(privateKey);
      return { token, seconds };
    },
    signFile: ({ fileName, sha256 }) => signed("file+jwt", { file: fileName, sha256 }),
    sign: (claims) => signed("published+jwt", claims),
    async keyIdOf(token) {
      const known = checked.get(token);
      if (known && clock.now().getTime() < known.endsAt) return known.keyId;
      try {
        const expected = { issuer, audience: AUDIENCE, algorithms: ["EdDSA"], typ: "at+jwt", currentDate: clock.now() };
        const { sub, exp } = (await jwtVerify(token, publicKey, expected)).payload;
        if (!sub) return null;
        if (checked.size >= CHECKED_MAX) checked.clear();
        checked.set(token, { keyId: sub, endsAt: (exp ?? 0) * 1000 });
        return sub;
      } catch {
        return null;
      }
    },
  };
}
