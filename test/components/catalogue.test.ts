import { parseMessagesFile } from '@wxt-dev/i18n/build';
import { describe, expect, it } from 'vitest';

const read = async (language: string) => {
	const messages = await parseMessagesFile(`locales/${language}.yml`);
	return new Map(messages.map((message) => [message.key.join('.'), message]));
};

describe('the catalogues', () => {
	it('say the same things with the same values in English and German', async () => {
		const shape = (messages: Awaited<ReturnType<typeof read>>) =>
			[...messages]
				.map(([key, { type, substitutions, namedSubstitutions }]) => {
					return `${key} ${type} ${substitutions} ${[...namedSubstitutions].sort()}`;
				})
				.sort();
		expect(shape(await read('de'))).toEqual(shape(await read('en')));
	});
});
