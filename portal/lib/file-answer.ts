import "server-only";
import { GatewayFailure } from "#portal/lib/gateway.ts";

export type FileToSave = { name: string; mediaType: string; bytes: Uint8Array };

const statuses: Record<string, number> = { UNAUTHENTICATED: 401, FORBIDDEN: 403, BAD_USER_INPUT: 404 };

/**
 * A file that the browser saves and never shows: whoever uploaded it may have written anything into it. A no of the
 * gateway is a status, not a page.
 */
export async function fileAnswer(make: () => Promise<FileToSave>): Promise<Response> {
  try {
    const { name, mediaType, bytes } = await make();
    return new Response(Buffer.from(bytes), {
      headers: {
        "content-type": mediaType,
        "content-disposition": `attachment; filename*=UTF-8''${encodeURIComponent(name)}`,
        "cache-control": "no-store",
        "x-content-type-options": "nosniff",
      },
    });
  } catch (error) {
    return refusedAnswer(error);
  }
}

/** The gateway's no as a status; anything else is thrown on. */
export function refusedAnswer(error: unknown): Response {
  if (!(error instanceof GatewayFailure)) throw error;
  return new Response(error.message, { status: statuses[error.code] ?? 502 });
}
