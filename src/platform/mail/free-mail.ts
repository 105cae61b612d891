import providers from 'email-providers';

/** Providers that the package does not contain, mostly from German-speaking countries. */
const FURTHER = `a1.net alice.de aon.at azet.sk chello.at citromail.hu duck.com ewe.net ewetel.net fastmail.com gmx.eu hispeed.ch inode.at kabelbw.de keemail.me magenta.de
 mail.bg mail.de mailfence.com netcologne.de osnanet.de posteo.at posteo.ch posteo.de posteo.eu posteo.net snafu.de sunrise.ch swissonline.ch tele2.nl tuta.com tuta.io
 tutamail.com tutanota.com tutanota.de unitybox.de utanet.at versanet.de vodafone.de vodafonemail.de volny.cz vtxmail.ch wp.eu xs4all.nl ziggo.nl zoznam.sk
 example.com example.net example.org`;
/** Providers that have a domain in nearly every country. */
const EVERYWHERE = new Set(
  'aol gmail gmx googlemail hotmail icloud live msn outlook protonmail rocketmail yahoo yandex ymail'.split(' '),
);
const KNOWN = new Set([...providers, ...FURTHER.split(/\s+/)]);

/** Returns whether the domain belongs to a free mail provider. Such an address does not identify a company. */
export function isFreeMail(domain: string): boolean {
  const name = domain.toLowerCase().replace(/\.$/, '');
  const labels = name.split('.');
  const isCountry = labels.length === 3 && ['co', 'com', 'ne'].includes(labels[1] ?? '');
  return KNOWN.has(name) || ((labels.length === 2 || isCountry) && EVERYWHERE.has(labels[0] ?? ''));
}
