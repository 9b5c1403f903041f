"use client";

import { useTranslations } from "next-intl";
import { type FormEvent, useState } from "react";
import { useRouter } from "#portal/i18n/navigation.ts";
import { type SignInOutcome, signInWithPassword, verifyCode } from "#portal/lib/sign-in.ts";
import { Button } from "#portal/ui/button.tsx";

const field =
  "h-11 w-full rounded-lg border border-line-strong/60 bg-surface px-3.5 text-base aria-[invalid=true]:border-bad";

/** E-mail and password, then the authenticator's digits where the person has one. */
export function SignInForm({ next }: { next: string | null }) {
  const t = useTranslations("signIn");
  const router = useRouter();
  const [step, setStep] = useState<"password" | "code">("password");
  const [outcome, setOutcome] = useState<SignInOutcome | null>(null);
  const [working, setWorking] = useState(false);

  const submit = async (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const form = new FormData(event.currentTarget);
    const read = (name: string) => String(form.get(name) ?? "").trim();
    setWorking(true);
    const answer =
      step === "code" ? await verifyCode(read("code")) : await signInWithPassword(read("email"), read("password"));
    if (answer === "signedIn") return router.replace(localPath(next) ?? "/enter");
    setWorking(false);
    if (answer === "codeNeeded") setStep("code");
    else setOutcome(answer);
  };

  const error =
    outcome === "refused"
      ? t(step === "code" ? "codeRefused" : "refused")
      : outcome === "tooMany"
        ? t("tooMany")
        : outcome === "unreachable"
          ? t("unreachable")
          : null;

  return (
    <form onSubmit={submit} noValidate className="grid gap-4">
      {step === "password" ? (
        <>
          <Field name="email" label={t("email")} type="email" autoComplete="username" invalid={error !== null} />
          <Field
            name="password"
            label={t("password")}
            type="password"
            autoComplete="current-password"
            invalid={error !== null}
          />
        </>
      ) : (
        <>
          <div>
            <h2 className="font-semibold">{t("codeTitle")}</h2>
            <p className="text-ink-soft">{t("codeText")}</p>
          </div>
          <Field
            name="code"
            label={t("code")}
            type="text"
            autoComplete="one-time-code"
            numeric
            invalid={error !== null}
          />
        </>
      )}
      <p role="alert" className="min-h-6 text-bad">
        {error}
      </p>
      <Button type="submit" look="primary" disabled={working} className="h-11 justify-center">
        {working ? t("working") : t(step === "code" ? "verify" : "submit")}
      </Button>
      {step === "code" ? (
        <Button look="quiet" className="justify-center" onClick={() => setStep("password")}>
          {t("again")}
        </Button>
      ) : null}
    </form>
  );
}

type FieldProps = {
  name: string;
  label: string;
  type: string;
  autoComplete: string;
  invalid: boolean;
  numeric?: boolean;
};

function Field({ name, label, type, autoComplete, invalid, numeric }: FieldProps) {
  return (
    <label className="grid gap-1.5">
      <span className="font-medium">{label}</span>
      <input
        name={name}
        type={type}
        required
        autoComplete={autoComplete}
        aria-invalid={invalid}
        inputMode={numeric ? "numeric" : undefined}
        className={numeric ? `${field} figures tracking-[0.4em]` : field}
      />
    </label>
  );
}

/** Only an address within the portal may be returned to. */
const localPath = (next: string | null) => (next?.startsWith("/") && !next.startsWith("//") ? next : null);
