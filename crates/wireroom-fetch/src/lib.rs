//! wireroom-fetch: see ARCHITECTURE.md.
