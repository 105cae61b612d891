/** Domains of mail providers, in lower case and ASCII. */
declare module 'email-providers' {
  const domains: readonly string[];
  export default domains;
}
