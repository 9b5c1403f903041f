/** The gateway's sign-in, reached through the portal's own address so that the cookie belongs to it. */

export type SignInOutcome = "signedIn" | "codeNeeded" | "refused" | "tooMany" | "unreachable";

export function signInWithPassword(email: string, password: string): Promise<SignInOutcome> {
  return ask("sign-in/email", { email, password });
}

export function verifyCode(code: string): Promise<SignInOutcome> {
  return ask("two-factor/verify-totp", { code });
}

export async function signOut(): Promise<void> {
  await ask("sign-out", {});
}

async function ask(path: string, body: Record<string, string>): Promise<SignInOutcome> {
  try {
    const response = await fetch(`/api/auth/${path}`, {
      method: "POST",
      headers: { "content-type": "application/json" },
      body: JSON.stringify(body),
    });
    if (response.status === 429) return "tooMany";
    if (response.status >= 500) return "unreachable";
    if (!response.ok) return "refused";
    const answer = (await response.json()) as { twoFactorRedirect?: boolean };
    return answer.twoFactorRedirect ? "codeNeeded" : "signedIn";
  } catch {
    return "unreachable";
  }
}
