/** Shows what is pushed, and opens where it leads. Runs in the browser, beside no page. */
const worker = `
self.addEventListener("push", (event) => {
  const { id, title, body, link } = event.data ? event.data.json() : {};
  if (title) event.waitUntil(self.registration.showNotification(title, { body, tag: id, data: { link } }));
});
self.addEventListener("notificationclick", (event) => {
  event.notification.close();
  const { link } = event.notification.data;
  if (link && new URL(link).origin === self.location.origin) event.waitUntil(self.clients.openWindow(link));
});
`;

export function GET(): Response {
  return new Response(worker, { headers: { "content-type": "text/javascript", "cache-control": "no-cache" } });
}
