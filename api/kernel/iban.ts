/** Length of an IBAN by country, ISO 13616 registry. */
const lengths: Readonly<Record<string, number>> = Object.fromEntries(
  `AD24 AE23 AL28 AT20 AZ28 BA20 BE16 BG22 BH22 BI27 BR29 BY28 CH21 CR22 CY28 CZ24 DE22 DJ27 DK18 DO28 EE20 EG29 ES24
   FI18 FK18 FO18 FR27 GB22 GE22 GI23 GL18 GR27 GT28 HN28 HR21 HU28 IE22 IL23 IQ23 IS26 IT27 JO30 KW30 KZ20 LB28 LC32
   LI21 LT20 LU20 LV21 LY25 MC27 MD24 ME22 MK19 MN20 MR27 MT31 MU30 NI28 NL18 NO15 OM23 PK24 PL28 PS29 PT25 QA29 RO24
   RS22 RU33 SA24 SC31 SD18 SE24 SI19 SK24 SM27 SO23 ST25 SV28 TL23 TN24 TR26 UA29 VA22 VG24 XK20 YE30`
    .split(/\s+/)
    .map((entry) => [entry.slice(0, 2), Number(entry.slice(2))]),
);

/** "DE89 3704 …" -> "DE893704…"; null when country, length or check digits are not those of an IBAN. */
export function parseIban(text: string): string | null {
  const iban = text.replaceAll(" ", "").toUpperCase();
  if (!/^[A-Z]{2}\d{2}[A-Z0-9]+$/.test(iban) || lengths[iban.slice(0, 2)] !== iban.length) return null;
  return mod97(iban.slice(4) + iban.slice(0, 4)) === 1n ? iban : null;
}

/** In groups of four, as people read it. */
export function formatIban(iban: string): string {
  return iban.replace(/(.{4})(?=.)/g, "$1 ");
}

/** BIC of ISO 9362: 8 or 11 characters; null for anything else. */
export function parseBic(text: string): string | null {
  const bic = text.replaceAll(" ", "").toUpperCase();
  return /^[A-Z0-9]{4}[A-Z]{2}[A-Z0-9]{2}([A-Z0-9]{3})?$/.test(bic) ? bic : null;
}

/** "CY1GROCER" -> "RF37CY1GROCER"-like: the creditor reference of ISO 11649. Up to 21 letters and digits; null else. */
export function creditorReference(text: string): string | null {
  const body = text.toUpperCase();
  if (!/^[A-Z0-9]{1,21}$/.test(body)) return null;
  return `RF${String(98n - mod97(`${body}RF00`)).padStart(2, "0")}${body}`;
}

/** A reference as somebody typed it, spaces and case aside; null when its check digits do not agree. */
export function parseCreditorReference(text: string): string | null {
  const reference = text.replaceAll(" ", "").toUpperCase();
  if (!/^RF\d{2}[A-Z0-9]{1,21}$/.test(reference)) return null;
  return mod97(reference.slice(4) + reference.slice(0, 4)) === 1n ? reference : null;
}

/** ISO 7064: letters read as 10 to 35. */
function mod97(text: string): bigint {
  return BigInt(text.replace(/[A-Z]/g, (letter) => String(parseInt(letter, 36)))) % 97n;
}
