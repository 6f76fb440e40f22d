//! wireroom-store: see ARCHITECTURE.md.
