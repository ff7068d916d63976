/**
 * Bundled in place of `@aws-sdk/credential-provider-node`. Lambda gives credentials in the environment and nowhere
 * else; the SDK's search for files, profiles and single sign-on would be a third of every bundle.
 */
export const defaultProvider = () => async () => ({
  accessKeyId: required('AWS_ACCESS_KEY_ID'),
  secretAccessKey: required('AWS_SECRET_ACCESS_KEY'),
  sessionToken: required('AWS_SESSION_TOKEN'),
});

function required(name: string): string {
  const value = process.env[name];
  if (value === undefined) throw new Error(`${name} is not set: this bundle runs on Lambda`);
  return value;
}
