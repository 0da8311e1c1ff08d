export interface BrokerAddress {
  readonly servers: readonly string[];
  readonly user?: string;
  readonly pass?: string;
  readonly token?: string;
}

/**
 * Reads `nats://user:password@host:port` or `nats://token@host`; several servers of one cluster are divided
 * by commas.
 * The client library ignores credentials in an address, so they are taken out here; those of the first server
 * that names any count.
 */
export function brokerAddress(url: string): BrokerAddress {
  const servers = url
    .split(',')
    .map((one) => one.trim())
    .filter((one) => one !== '')
    .map(parts);
  const signed = servers.find((one) => one.user !== '');
  const hosts = servers.map((one) => one.server);
  if (signed === undefined) return { servers: hosts };
  return signed.pass === ''
    ? { servers: hosts, token: signed.user }
    : { servers: hosts, user: signed.user, pass: signed.pass };
}

function parts(address: string): { server: string; user: string; pass: string } {
  const sign = address.lastIndexOf('@');
  if (sign < 0) return { server: address, user: '', pass: '' };
  const start = address.indexOf('://') < 0 ? 0 : address.indexOf('://') + 3;
  const [user = '', ...pass] = address.slice(start, sign).split(':');
  return {
    server: address.slice(0, start) + address.slice(sign + 1),
    user: decoded(user),
    pass: decoded(pass.join(':')),
  };
}

/** As written where it is no percent-encoding: a password may hold a bare `%`. */
function decoded(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}
