"""The API's resources, a module each; they are reached through the client."""
