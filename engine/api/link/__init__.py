"""The link to the worker process: protocol, connection, client."""
