import { createServer } from 'node:http';
import { type AddressInfo, connect, type Socket } from 'node:net';

export interface ConnectProxy {
	port: number;
	close(): Promise<void>;
}

/** For Firefox, which cannot map hosts: a proxy that pipes whatever host is asked for to one port. */
export async function startConnectProxy(targetPort: number): Promise<ConnectProxy> {
	const sockets = new Set<Socket>();
	const keep = (socket: Socket): void => {
		sockets.add(socket);
		socket.on('close', () => sockets.delete(socket));
	};
	const server = createServer((_request, response) => {
		response.writeHead(502).end();
	});
	server.on('connection', keep);
	server.on('connect', (_request, client: Socket, head: Buffer) => {
		const target = connect(targetPort, '127.0.0.1', () => {
			client.write('HTTP/1.1 200 Connection Established\r\n\r\n');
			if (head.length > 0) target.write(head);
			target.pipe(client).pipe(target);
		});
		keep(target);
		// Either end going away takes the other with it; that is how tabs close.
		target.on('error', () => client.destroy());
		client.on('error', () => target.destroy());
		client.on('close', () => target.destroy());
	});
	await new Promise<void>((resolve, reject) => {
		server.once('error', reject);
		server.listen(0, '127.0.0.1', resolve);
	});
	return {
		port: (server.address() as AddressInfo).port,
		async close() {
			const closed = new Promise<void>((resolve) => server.close(() => resolve()));
			for (const socket of sockets) socket.destroy();
			await closed;
		},
	};
}
