#include <libxml/xmlversion.h>
// libxml/encoding.h would bring in the system's ICU, whose types clash with those of Foundation's own ICU where a module
// happens to load both. Nothing of it is used here.
#undef LIBXML_ICU_ENABLED
#include <libxml/parser.h>
#include <libxml/parserInternals.h>
#include <libxml/SAX2.h>
#include <libxml/dict.h>
#include <libxml/xmlerror.h>
