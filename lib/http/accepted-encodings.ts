/** What a body's `Content-Encoding` may say; the `Accept-Encoding` of the answer to anything else (RFC 9110, 15.5.16). */
export const ACCEPTED_ENCODINGS = 'gzip, deflate, br';
