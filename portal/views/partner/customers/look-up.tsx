"use client";

import { ScanSearch } from "lucide-react";
import { useTranslations } from "next-intl";
import { type FormEvent, useState } from "react";
import { useRouter } from "#portal/i18n/navigation.ts";
import { useDeed } from "#portal/lib/deeds.ts";
import { Button } from "#portal/ui/button.tsx";
import { Modal } from "#portal/ui/dialog.tsx";
import { fieldClass } from "#portal/ui/field-class.ts";
import { lookUpMember } from "#schema/documents.ts";

type Found = { member: { id: string; name: string | null }; isKnown: boolean };

/** One field for whatever a member shows or says, and why somebody asks; leads to what the role may see of them. */
export function LookUp() {
  const t = useTranslations("customers");
  const deed = useTranslations("deed");
  const router = useRouter();
  const [open, setOpen] = useState(false);
  const [stranger, setStranger] = useState<string | null>(null);
  const { run, working, outcome, clear } = useDeed(lookUpMember);

  const show = (next: boolean) => {
    clear();
    setStranger(null);
    setOpen(next);
  };
  const submit = async (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const form = new FormData(event.currentTarget);
    const input = { value: String(form.get("value") ?? ""), reason: String(form.get("reason") ?? "") };
    const answer = await run({ input });
    if (answer.kind !== "done") return;
    const { member, isKnown } = answer.success as Found;
    if (!isKnown) return setStranger(member.name ?? t("noName"));
    setOpen(false);
    router.push(`/partner/customers/${member.id}`);
  };
  return (
    <>
      <Button look="primary" onClick={() => show(true)}>
        <ScanSearch className="size-4" aria-hidden="true" />
        {t("lookUp")}
      </Button>
      <Modal open={open} onOpenChange={show} title={t("lookUp")} text={t("lookUpText")}>
        <form onSubmit={submit} className="mt-5 grid gap-4">
          <label className="block">
            <span className="font-medium">{t("lookUpField")}</span>
            <input name="value" required maxLength={200} className={fieldClass} autoComplete="off" />
            <span className="mt-1 block text-ink-faint text-sm">{t("lookUpHint")}</span>
          </label>
          <label className="block">
            <span className="font-medium">{deed("reason")}</span>
            <input name="reason" required maxLength={200} className={fieldClass} />
            <span className="mt-1 block text-ink-faint text-sm">{deed("reasonHint")}</span>
          </label>
          <p role="alert" className="text-bad empty:hidden">
            {outcome?.kind === "refused" ? outcome.message : outcome?.kind === "unknown" ? deed("unreachable") : null}
          </p>
          <p role="status" className="empty:hidden">
            {stranger ? `${stranger}: ${t("newcomer")}` : null}
          </p>
          <div className="flex justify-end gap-2">
            <Button onClick={() => show(false)} disabled={working}>
              {deed("cancel")}
            </Button>
            <Button type="submit" look="primary" disabled={working}>
              {working ? deed("working") : t("find")}
            </Button>
          </div>
        </form>
      </Modal>
    </>
  );
}
