//! wireroom-brief: see ARCHITECTURE.md.
