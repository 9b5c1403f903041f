import { createPrivateKey } from "node:crypto";
import { SignJWT } from "jose";
import type { CardPass } from "./wallet.ts";

export type GoogleSettings = {
  /** The service account's e-mail address, which the issuer lets write passes. */
  account: string;
  /** Its key: PKCS#8 in PEM. */
  key: string;
  /** The loyalty class, `issuer.name`, as it was made in Google's console. */
  loyaltyClass: string;
};

const SAVE = "https://pay.google.com/gp/v/save/";

/** Links that put a card into Google Wallet: the pass itself stands in them, signed; nothing is asked of Google. */
export function openGoogleWallet({ account, key, loyaltyClass }: GoogleSettings) {
  const signer = createPrivateKey(key);
  const [issuer] = loyaltyClass.split(".", 1);
  return async (pass: CardPass): Promise<string> => {
    const loyaltyObject = {
      id: `${issuer}.${pass.cardId}`,
      classId: loyaltyClass,
      state: "ACTIVE",
      accountId: pass.number,
      accountName: pass.holder,
      barcode: { type: "CODE_128", value: pass.number, alternateText: pass.number },
      loyaltyPoints: { label: pass.labels.points, balance: { string: pass.points } },
      linksModuleData: { uris: [{ uri: pass.portalUrl, description: pass.programme, id: "portal" }] },
    };
    const jwt = await new SignJWT({
      typ: "savetowallet",
      origins: [new URL(pass.portalUrl).origin],
      payload: { loyaltyObjects: [loyaltyObject] },
    })
      .setProtectedHeader({ alg: "RS256", typ: "JWT" })
      .setIssuer(account)
      .setAudience("google")
      .setIssuedAt(pass.asOf)
      .sign(signer);
    return `${SAVE}${jwt}`;
  };
}
