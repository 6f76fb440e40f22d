//! wireroom-server: see ARCHITECTURE.md.
