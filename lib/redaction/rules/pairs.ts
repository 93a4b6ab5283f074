import { commandRule, GAP, lead } from '../command-rule';
import { looksSecret } from '../plain-value';
import type { Rule } from '../rule';

const QUOTE = String.raw`\\{0,15}["']`;
/** A quoted user, a comma, and the secret is next. */
const USER = String.raw`[ubr]?${QUOTE}[^"'\n]{0,64}${QUOTE}[ \t]{0,4},[ \t]{0,4}`;
const NEXT_ARGUMENT = new RegExp(String.raw`${QUOTE}[ \t]{0,4},[ \t]{0,4}[ubr]?${QUOTE}[^"'\n\\]{1,200}`, 'y');

/** Python: `auth=('user', VALUE)`, `HTTPBasicAuth('user', VALUE)`, `credentials ('user', VALUE)`. */
const userAndSecret = commandRule({
  name: 'password',
  cues: ['auth=(', 'basicauth(', 'digestauth(', 'credentials (', 'credentials: (', 'creds (', 'creds: ('],
  lead: lead(String.raw`(?:auth=|HTTP(?:Basic|Digest|Proxy)Auth|cred(?:ential)?s:?[ \t]?)\(${USER}`),
});

/** pysnmp: `UsmUserData('user', VALUE, VALUE)`, `CommunityData(VALUE)`. */
const snmpUser = commandRule({
  name: 'snmp-user',
  cues: ['usmuserdata('],
  lead: lead(String.raw`UsmUserData\(${USER}`),
  reach: NEXT_ARGUMENT,
});
const snmpCommunity = commandRule({
  name: 'snmp-community',
  cues: ['communitydata('],
  lead: lead(String.raw`CommunityData\((?=[ubr]?${QUOTE})`),
  reach: NEXT_ARGUMENT,
});

/** In a sentence: `credentials: user / VALUE`, `using creds user/VALUE`, `login with user:VALUE`. */
const spoken = commandRule({
  name: 'password',
  cues: ['credential', 'creds', 'login', 'logon', 'log in', 'tried', 'trying', 'logging in'],
  lead: lead(
    String.raw`(?:(?:credentials?|creds|login|logon)[ \t]{0,4}[:=][ \t]{0,4}|(?:credentials?|creds|tried|trying)${GAP}|` +
      String.raw`(?:login|logon|log in|logging in)${GAP}(?:with|as|using)${GAP})${QUOTE.replace('15}', '15}(?:') + ')?'}[\w.@-]{1,64}[ \t]{0,2}[/:][ \t]{0,2}`,
  ),
  accepts: ({ value, lead: leadText, place }) => {
    if (/^[/\d]|\//.test(value) || /[\w-]+\.[a-z]{2,4}$/i.test(value)) return false;
    if (/[ \t][/:][ \t]+$/.test(leadText)) return true;
    const isUsed =
      /^(?:log|try|tried)|[:=]/i.test(leadText) || place.follows(/(?:using|with|tried|trying|tested)[ \t]+$/i);
    return isUsed && looksSecret(value);
  },
});

export const pairRules: readonly Rule[] = [userAndSecret, snmpUser, snmpCommunity, spoken];
