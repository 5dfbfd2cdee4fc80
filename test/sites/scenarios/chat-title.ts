import type { Scenario, ScenarioChat } from '../scenario.ts';

/** What a chat is called in its network's list. */
export function chatTitle(scenario: Scenario, chat: ScenarioChat): string {
	const nameOf = (id: string): string =>
		scenario.people.find((person) => person.id === id)?.name ?? id;
	return chat.title ?? chat.personIds.map(nameOf).join(', ');
}
