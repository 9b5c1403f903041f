"use client";

import { TriangleAlert } from "lucide-react";
import { useTranslations } from "next-intl";
import { type FormEvent, useRef, useState } from "react";
import { useRouter } from "#portal/i18n/navigation.ts";
import { inputOf, missingFields } from "#portal/lib/deed-input.ts";
import { newKey, useDeed } from "#portal/lib/deeds.ts";
import { toast } from "#portal/lib/toast.ts";
import { Button, ButtonLink } from "#portal/ui/button.tsx";
import { type DeedField, DeedFields } from "#portal/ui/deed-fields.tsx";
import { placed, type Repeats, Rows } from "#portal/ui/deed-form-rows.tsx";
import { Panel } from "#portal/ui/page.tsx";
import { SeveralOf, type SeveralOfProps } from "#portal/ui/several-of.tsx";
import type { Operation } from "#schema/typed.ts";

/** Fields under one title. `repeats`: a list of such, each with the fields' names behind the list's. */
export type FormSection = {
  title: string;
  note?: string;
  columns?: 1 | 2 | 3;
  fields: DeedField[];
  several?: SeveralOfProps;
  repeats?: Repeats;
};
export type DeedFormProps<Variables> = {
  operation: Operation<unknown, Variables>;
  /** Written by the server. */
  input: Record<string, unknown>;
  takes: { key?: boolean };
  sections: FormSection[];
  confirm: string;
  done: string;
  /** The noun that the answer carries, behind dots where it lies deeper, and where its page is: its id follows. */
  leadsTo: { noun: string; path: string };
  backHref: string;
  /** What is sent of what was filled in, where that is not the same. */
  compose?: (filled: Record<string, unknown>) => Record<string, unknown>;
};

const grid = { 1: "", 2: "sm:[&>div]:grid-cols-2", 3: "sm:[&>div]:grid-cols-3" } as const;

/** A deed that takes more words than a dialog holds: a page of its own, sent once. */
export function DeedForm<Variables>(props: DeedFormProps<Variables>) {
  const { sections, confirm, backHref } = props;
  const t = useTranslations("deed");
  const [values, setValues] = useState<Record<string, string>>({});
  const [rows, setRows] = useState(() => sections.map(({ repeats }) => (repeats?.rows ?? []).map((_row, nth) => nth)));
  const asked = sections.flatMap(({ fields, repeats, several }, at) => [
    ...fields.filter(({ when }) => !when || when.is.includes(values[when.name] ?? "")),
    ...(several ? [{ kind: "text" as const, name: several.name, label: "" }] : []),
    ...(repeats ? (rows[at] ?? []).flatMap((row) => placed(repeats, row)) : []),
  ]);
  const { submit, missing, working, outcome } = useSubmit(props, asked);
  const shared = {
    missing,
    values,
    onValue: (name: string, value: string) => setValues((before) => ({ ...before, [name]: value })),
  };
  return (
    <form onSubmit={submit} noValidate className="grid max-w-4xl gap-6">
      {sections.map(({ title, note, columns = 1, fields, several, repeats }, at) => (
        <Panel key={title} title={title} note={note}>
          <div className={`[&>div]:mt-0 ${grid[columns]}`}>
            {fields.length > 0 ? <DeedFields fields={fields} {...shared} /> : null}
          </div>
          {several ? <SeveralOf {...several} /> : null}
          {repeats ? (
            <Rows
              repeats={repeats}
              rows={rows[at] ?? []}
              onRows={(next) => setRows((before) => before.map((one, nth) => (nth === at ? next : one)))}
              shared={shared}
            />
          ) : null}
        </Panel>
      ))}
      <div role="alert">
        {outcome && outcome.kind !== "done" ? (
          <p className="flex gap-2.5 rounded-lg bg-bad-soft px-3.5 py-3 text-bad">
            <TriangleAlert className="mt-0.5 size-4 shrink-0" aria-hidden="true" />
            {outcome.kind === "refused" ? outcome.message : t("unreachable")}
          </p>
        ) : null}
      </div>
      <div className="flex justify-end gap-2">
        <ButtonLink href={backHref}>{t("cancel")}</ButtonLink>
        <Button type="submit" look="primary" disabled={working || outcome?.kind === "done"}>
          {working ? t("working") : confirm}
        </Button>
      </div>
    </form>
  );
}

/** Sends the form once: only a refusal says that the next attempt is another deed. */
function useSubmit<Variables>(props: DeedFormProps<Variables>, asked: DeedField[]) {
  const { operation, input, takes, done, leadsTo, compose = (filled) => filled } = props;
  const router = useRouter();
  const key = useRef("");
  const [missing, setMissing] = useState<ReadonlySet<string>>(new Set());
  const { run, working, outcome } = useDeed(operation);
  const submit = async (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const form = new FormData(event.currentTarget);
    const empty = missingFields(asked, form);
    setMissing(new Set(empty));
    if (empty[0] !== undefined) return focusOn(event.currentTarget, empty[0]);
    key.current ||= newKey();
    const filled = compose(await inputOf(asked, form));
    const once = takes.key ? { idempotencyKey: key.current } : {};
    const answer = await run({ input: { ...input, ...filled, ...once } } as Variables);
    if (answer.kind === "refused") key.current = "";
    if (answer.kind !== "done") return;
    toast.success(done);
    router.push(`${leadsTo.path}/${idOf(answer.success, leadsTo.noun)}`);
    router.refresh();
  };
  return { submit, missing, working, outcome };
}

function idOf(success: unknown, noun: string): string {
  const found = noun.split(".").reduce<unknown>((into, name) => (into as Record<string, unknown>)[name], success);
  return (found as { id: string }).id;
}

function focusOn(form: HTMLFormElement, name: string): void {
  const control = form.elements.namedItem(name);
  if (control instanceof HTMLElement) control.focus();
}
