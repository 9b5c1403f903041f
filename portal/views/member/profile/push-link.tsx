"use client";

import { useState } from "react";
import { useRouter } from "#portal/i18n/navigation.ts";
import { useDeed } from "#portal/lib/deeds.ts";
import { Button } from "#portal/ui/button.tsx";
import { linkPush } from "#schema/documents.ts";

type PushLinkProps = { publicKey: string; words: { start: string; failed: string } };

/** Asks the browser whether it may be pushed to, and tells the hub where. */
export function PushLink({ publicKey, words }: PushLinkProps) {
  const { run, working } = useDeed(linkPush);
  const router = useRouter();
  const [failed, setFailed] = useState(false);
  const link = async () => {
    const keys = await subscribed(publicKey).catch(() => null);
    const answer = keys && (await run({ input: keys }));
    setFailed(answer?.kind !== "done");
    router.refresh();
  };
  if (failed) return <p className="text-bad">{words.failed}</p>;
  return (
    <Button look="secondary" onClick={link} disabled={working}>
      {words.start}
    </Button>
  );
}

/** Null where the browser cannot, or the person does not want to. */
async function subscribed(publicKey: string) {
  if (!("serviceWorker" in navigator) || (await Notification.requestPermission()) !== "granted") return null;
  const worker = await navigator.serviceWorker.register("/files/push-worker.js");
  await active(worker);
  const subscription = await worker.pushManager.subscribe({ userVisibleOnly: true, applicationServerKey: publicKey });
  const { endpoint, keys } = subscription.toJSON();
  if (!endpoint || !keys?.["p256dh"] || !keys["auth"]) return null;
  return { endpoint, p256dh: keys["p256dh"], auth: keys["auth"] };
}

/** A worker that was only just brought cannot be subscribed with; `ready` would wait for one that looks after the page. */
function active({ installing, waiting }: ServiceWorkerRegistration): Promise<void> {
  const coming = installing ?? waiting;
  if (!coming || coming.state === "activated") return Promise.resolve();
  return new Promise((resolve) => {
    coming.addEventListener("statechange", () => coming.state === "activated" && resolve());
  });
}
