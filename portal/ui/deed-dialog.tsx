"use client";

import { ArrowRight, TriangleAlert } from "lucide-react";
import { useTranslations } from "next-intl";
import { type FormEvent, type ReactNode, useRef, useState } from "react";
import { useRouter } from "#portal/i18n/navigation.ts";
import { inputOf, missingFields } from "#portal/lib/deed-input.ts";
import { newKey, useDeed } from "#portal/lib/deeds.ts";
import { thisDevice } from "#portal/lib/device.ts";
import { toast } from "#portal/lib/toast.ts";
import { Button, type ButtonLook } from "#portal/ui/button.tsx";
import { type DeedField, DeedFields } from "#portal/ui/deed-fields.tsx";
import { Modal } from "#portal/ui/dialog.tsx";
import { fieldClass } from "#portal/ui/field-class.ts";
import type { Operation } from "#schema/typed.ts";

export type Change = { name: ReactNode; before: ReactNode; after: ReactNode };

type DeedDialogProps<Variables> = {
  operation: Operation<unknown, Variables>;
  /** Written by the server; `reason` and `idempotencyKey` are filled in here under `input`. */
  input: Record<string, unknown>;
  /** What the deed's input takes of these; `reasonField` where the contract calls the reason otherwise. */
  takes: { reason?: "required" | "optional"; reasonField?: string; key?: boolean; device?: boolean };
  /** What else the person fills in; it joins `input`. */
  fields?: DeedField[];
  /** Controls that the dialog does not know itself, and under which names the form holds what they say. */
  besides?: { names: string[]; control: ReactNode; when?: DeedField["when"] };
  button: ReactNode;
  look?: ButtonLook["look"];
  size?: ButtonLook["size"];
  title: ReactNode;
  text: ReactNode;
  changes?: Change[];
  confirm: ReactNode;
  done: string;
  /** Where the person finds what came of it, where that is not this page. */
  leadsTo?: string;
};

/** A deed with its preview: what is, what will be, why, and then exactly once. Nothing here is optimistic. */
export function DeedDialog<Variables>(props: DeedDialogProps<Variables>) {
  const {
    operation,
    input,
    takes,
    fields = [],
    besides,
    button,
    look,
    size,
    title,
    text,
    changes,
    confirm,
    done,
    leadsTo,
  } = props;
  const t = useTranslations("deed");
  const router = useRouter();
  const [open, setOpen] = useState(false);
  const [missing, setMissing] = useState<ReadonlySet<string>>(new Set());
  const [values, setValues] = useState<Record<string, string>>({});
  const key = useRef("");
  const { run, working, outcome, clear } = useDeed(operation);

  const isAsked = ({ when }: Pick<DeedField, "when">) => !when || when.is.includes(values[when.name] ?? "");
  const extra = besides && isAsked(besides) ? besides : undefined;

  const show = (next: boolean) => {
    if (working) return;
    if (next) key.current = newKey();
    setMissing(new Set());
    setValues(firstValues(fields));
    clear();
    setOpen(next);
  };

  const submit = async (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const form = new FormData(event.currentTarget);
    const asked = [
      ...fields.filter(isAsked),
      ...(extra?.names ?? []).map((name) => ({ kind: "text" as const, name, label: "" })),
    ];
    const reason = String(form.get("reason") ?? "").trim();
    const empty = [...missingFields(asked, form), ...(takes.reason === "required" && reason === "" ? ["reason"] : [])];
    if (empty.length > 0) return setMissing(new Set(empty));
    const answer = await run({
      input: {
        ...input,
        ...(await inputOf(asked, form)),
        ...(takes.reason && reason ? { [takes.reasonField ?? "reason"]: reason } : {}),
        ...(takes.key ? { idempotencyKey: key.current } : {}),
        ...(takes.device ? { device: thisDevice() } : {}),
      },
    } as Variables);
    if (answer.kind !== "done") return;
    setOpen(false);
    toast.success(done);
    if (leadsTo) router.push(leadsTo);
    router.refresh();
  };

  return (
    <>
      <Button look={look ?? "primary"} size={size ?? "normal"} onClick={() => show(true)}>
        {button}
      </Button>
      <Modal open={open} onOpenChange={show} title={title} text={text}>
        <form onSubmit={submit} noValidate>
          {changes?.length ? <Changes changes={changes} /> : null}
          {fields.length > 0 ? (
            <DeedFields
              fields={fields}
              missing={missing}
              values={values}
              onValue={(name, value) => setValues((before) => ({ ...before, [name]: value }))}
            />
          ) : null}
          {extra?.control}
          {takes.reason ? <Reason missing={missing.has("reason")} /> : null}
          <div role="alert">
            {outcome && outcome.kind !== "done" ? (
              <p className="mt-4 flex gap-2.5 rounded-lg bg-bad-soft px-3.5 py-3 text-bad">
                <TriangleAlert className="mt-0.5 size-4 shrink-0" aria-hidden="true" />
                {outcome.kind === "refused" ? outcome.message : t("unreachable")}
              </p>
            ) : null}
          </div>
          <div className="mt-6 flex justify-end gap-2">
            <Button onClick={() => show(false)} disabled={working}>
              {t("cancel")}
            </Button>
            <Button type="submit" look={look === "danger" ? "danger" : "primary"} disabled={working}>
              {working ? t("working") : confirm}
            </Button>
          </div>
        </form>
      </Modal>
    </>
  );
}

/** A choice holds its first value from the start; everything else what it was given. */
const firstValues = (fields: readonly DeedField[]) =>
  Object.fromEntries(
    fields.map((field) => [
      field.name,
      field.value ?? (field.kind === "choice" && field.required ? (field.choices[0]?.value ?? "") : ""),
    ]),
  );

function Changes({ changes }: { changes: Change[] }) {
  const t = useTranslations("deed");
  return (
    <table className="mt-5 w-full text-left">
      <thead className="text-[0.8125rem] text-ink-faint">
        <tr>
          <th aria-label=" " />
          <th scope="col" className="pb-1 text-right font-normal">
            {t("before")}
          </th>
          <th aria-label=" " />
          <th scope="col" className="pb-1 text-right font-normal">
            {t("after")}
          </th>
        </tr>
      </thead>
      <tbody>
        {changes.map((change, index) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: the list is fixed while the dialog is open
          <tr key={index} className="border-line border-t">
            <th scope="row" className="py-2.5 pr-3 font-normal text-ink-soft">
              {change.name}
            </th>
            <td className="figures py-2.5 text-right">{change.before}</td>
            <td className="w-8 text-center text-ink-faint">
              <ArrowRight className="inline size-4" aria-hidden="true" />
            </td>
            <td className="figures py-2.5 text-right font-semibold">{change.after}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function Reason({ missing }: { missing: boolean }) {
  const t = useTranslations("deed");
  return (
    <label className="mt-5 block">
      <span className="font-medium">{t("reason")}</span>
      <textarea name="reason" rows={2} maxLength={500} aria-invalid={missing} className={fieldClass} />
      <span className={`mt-1 block text-sm ${missing ? "text-bad" : "text-ink-faint"}`}>
        {missing ? t("reasonMissing") : t("reasonHint")}
      </span>
    </label>
  );
}
