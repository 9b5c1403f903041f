import { expect, test } from "vitest";
import { apiKeyText, isKeySecret, keyHmac, newKeySecret, parseApiKey } from "#api/kernel/api-key.ts";
import { newId } from "#api/kernel/ids.ts";

test("a key that was sent falls into the id and the secret it was made of", () => {
  const id = newId("apiKey");
  const secret = newKeySecret();
  expect(parseApiKey(apiKeyText(id, secret))).toEqual({ id, secret });
});

test("what has not the shape of a key is none", () => {
  const texts = ["", "key_1.secret", `${newId("partner")}.${newKeySecret()}`, `${newId("apiKey")}.short`];
  expect(texts.map(parseApiKey)).toEqual([null, null, null, null]);
});

test("what is kept proves the secret, under the server's own secret only", () => {
  const secret = newKeySecret();
  const kept = keyHmac(secret, "the server's");
  expect(isKeySecret(secret, kept, "the server's")).toBe(true);
  expect(isKeySecret(newKeySecret(), kept, "the server's")).toBe(false);
  expect(isKeySecret(secret, kept, "another server's")).toBe(false);
});
