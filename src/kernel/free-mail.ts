/** Hosts where anybody gets a mailbox: such an address says nothing of a company. */
const FREE_HOSTS = new Set(
  `gmail googlemail yahoo ymail hotmail outlook live msn icloud me mac aol gmx web t-online freenet protonmail proton pm mail
 yandex zoho fastmail tutanota tuta hey orange wanadoo laposte free sfr wp o2 onet interia op poczta qq 163 126 sina naver hanmail telefonica
 bluewin hispeed libero virgilio comcast verizon att btinternet sky posteo mailbox arcor email rocketmail example`.split(
    /\s+/,
  ),
);

export function isFreeMail(domain: string): boolean {
  const parts = domain.toLowerCase().split('.');
  return FREE_HOSTS.has(parts.at(-2) ?? '') || FREE_HOSTS.has(parts.at(-3) ?? '');
}
