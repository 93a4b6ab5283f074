/** The process answers; whether it can do its work is what `ready` says. */
export const GET = () => Response.json({ status: 'ok' });
