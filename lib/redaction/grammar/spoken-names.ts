/** Names of secrets in sentences, also in German, French, Spanish, Portuguese, Italian and Dutch. */
const FOREIGN_WORDS =
  'passwort|kennwort|geheimnis|schl(?:ü|ue)ssel|zugangscode|mot de passe|mdp|phrase (?:de passe|secr[èe]te)|secret partagé|communauté|cha[iî]ne de communauté|jeton|' +
  'contrase(?:ñ|n)a|clave(?: secreta)?|frase de contrase(?:ñ|n)a|comunidad|senha|palavra-passe|segredo|parola (?:d.ordine|d.accesso|chiave)|wachtwoord|has[łl]o|l[öo]senord';
/** A key is many things in every language: with what it belongs to, it is a secret. */
const FOREIGN_KEYS =
  "(?:cl[ée]f?|chiave|chave|llave|sleutel)s?(?= (?:d['’](?:api|acc[èe]s)|api|(?:pr[ée]-?)?partag[ée]e|(?:pre)?condivisa|(?:com)?partilhada|compartida|secr[èe]te|segreta|secreta|priv[ée]e|privata|privada|wpa[23]?|wep|wi-?fi|radius|tacacs|ipsec|snmp|wireguard|de licence|maître)(?![\\w]))";
/** What says which of several secrets it is. */
const FOREIGN_OF =
  "(?: (?:enable|actuel(?:le)?|nouveau|nouvelle|ancien(?:ne)?|initiale?|provisoire|temporaire|par défaut|por defecto|por omisión|temporal|predeterminada|padrão|padrao|provisória|temporária|inicial|predefinit[ao]|provvisori[ao]|temporane[ao]|iniziale|de l['’](?:utilisateur|administrateur|invité)|del usuario|do usuário|dell['’]utente|d['’](?:api|acc[èe]s|administration)|(?:pr[ée]-?)?partag[ée]e?|(?:pre)?condivisa|compartida|(?:com)?partilhada|secr[èe]te|segreta|secreta|priv[ée]e|privata|privada|radius|tacacs\\+?|snmp|ipsec|ike|wpa[23]?(?:-psk)?|wep|wi-?fi|wlan|vpn|api|ssh|ldap|root|admin|wireguard|bgp|ospf|ntp|en lecture(?: seule)?|en écriture|actual|nueva|anterior|attuale|nuova|atual|nova|neu|neues|neue|alt|altes)(?![\\w-]))";
const FOREIGN = `(?:${FOREIGN_KEYS}|${FOREIGN_WORDS})${FOREIGN_OF}{0,3}`;
const CODES =
  "code (?:pin|secret|d['’](?:acc[èe]s|activation)|de (?:vérification|sécurité|déverrouillage))|c[óo]digo (?:pin|de (?:acceso|verificaci[óo]n|acesso))|codice (?:pin|d['’]accesso|di verifica)|" +
  'pin(?:[ -]code)?|otp|totp|tan|puk|passcode|one-time (?:password|code)|(?:verification|access|activation) code';
/** Sticky: the name of a secret, and which of several it is. */
export const NOUN = new RegExp(
  String.raw`(?:${CODES}|${FOREIGN}|pw|pwd|pass|psk|(?:pass(?:word|wd|phrase|code)|secret|token|communit(?:y|ies))s?(?:[ _-](?:string|value|hash|name))?${FOREIGN_OF}?)(?![\w-])`,
  'iy',
);
/** A label as it stands, unlike `password`, which sentences hold as often: of another language, or with a word of one. */
export const FOREIGN_NOUN = new RegExp(`^(?:${CODES}|${FOREIGN}|.*[a-z]${FOREIGN_OF})$`, 'i');
