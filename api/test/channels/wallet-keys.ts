import { generateKeyPairSync } from "node:crypto";
import forge from "node-forge";
import type { AppleSettings } from "#api/channels/wallets/apple-wallet.ts";
import type { GoogleSettings } from "#api/channels/wallets/google-wallet.ts";

const { pki } = forge;

function keyPair() {
  const { privateKey } = generateKeyPairSync("rsa", { modulusLength: 2048 });
  return privateKey.export({ type: "pkcs8", format: "pem" }).toString();
}

/** A certificate of `key` that whoever has `by` vouches for. */
function certificate(name: string, key: string, by: { name: string; key: string }, serial: string): string {
  const made = pki.createCertificate();
  const own = pki.privateKeyFromPem(key);
  made.publicKey = pki.setRsaPublicKey(own.n, own.e);
  made.serialNumber = serial;
  made.validity.notBefore = new Date("2026-01-01T00:00:00Z");
  made.validity.notAfter = new Date("2030-01-01T00:00:00Z");
  made.setSubject([{ name: "commonName", value: name }]);
  made.setIssuer([{ name: "commonName", value: by.name }]);
  made.sign(pki.privateKeyFromPem(by.key), forge.md.sha256.create());
  return pki.certificateToPem(made);
}

/** Keys of a pass type, made for one run, and of an authority that stands over it. */
export function throwawayApple(): AppleSettings {
  const over = { name: "An authority", key: keyPair() };
  const key = keyPair();
  return {
    passType: "pass.org.example.card",
    team: "TEAM000001",
    certificate: certificate("Pass Type ID: pass.org.example.card", key, over, "02"),
    key,
    authority: certificate(over.name, over.key, over, "01"),
  };
}

export function throwawayGoogle(): GoogleSettings {
  return { account: "hub@example.org", key: keyPair(), loyaltyClass: "3388000000012345.card" };
}
