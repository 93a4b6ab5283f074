const NAMES = 'passw,passp,passc,_pass,assword,pass phrase,pass code,secret,key,token,communit,psk,pwd,pin:,otp:';
const OF_OTHER_LANGUAGES = 'kennwort,mot de passe,contrase,wachtwoord,senha';
const PROMPTS = 'verification code,one-time code,access code,confirm:,retype,re-enter,reenter,repeat:,verify:';
const ARMOUR = '-begin ,- begin ,private-lines,$ansible_vault';

/** Cues of what goes on in the next line. */
export const OPENING_CUES: readonly string[] = [NAMES, OF_OTHER_LANGUAGES, PROMPTS, ARMOUR].join(',').split(',');
