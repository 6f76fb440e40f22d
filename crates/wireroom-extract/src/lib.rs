//! wireroom-extract: see ARCHITECTURE.md.
