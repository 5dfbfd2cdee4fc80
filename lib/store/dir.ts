import * as v from 'valibot';
import { type Chat, chatSchema, firstTimer, type Settings, settingsSchema } from '@/lib/model';
import { type Bytes, decodeText, encodeText } from '@/lib/vault/bytes';
import { open, seal } from '@/lib/vault/seal';
import type { Vault } from '@/lib/vault/vault';
import { checked } from './checked';
import { kvKeys } from './database';
import { placeOf } from './format';

/** Who and how: chats and settings, no message text. */
export interface Dir {
	/** By chat key. */
	chats: ReadonlyMap<string, Chat>;
	settings: Settings;
}

export const emptyDir: Dir = { chats: new Map(), settings: { defaultTimer: firstTimer } };

const place = placeOf('kv', kvKeys.dir);
const dirSchema = v.object({ chats: v.array(chatSchema), settings: settingsSchema });

export async function sealDir(vault: Vault, dir: Dir): Promise<Bytes> {
	const plain = { chats: [...dir.chats.values()], settings: dir.settings };
	return seal(await vault.dirKey(), place, encodeText(JSON.stringify(plain)));
}

export async function openDir(vault: Vault, sealed: Bytes): Promise<Dir> {
	const text = decodeText(await open(await vault.dirKey(), place, sealed));
	const { chats, settings } = checked(dirSchema, JSON.parse(text));
	return { chats: new Map(chats.map((chat) => [chat.key, chat])), settings };
}
